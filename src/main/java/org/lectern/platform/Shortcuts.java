package org.lectern.platform;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * The keys that lead through a course. They are single characters, so there must be a way to turn them off (WCAG 2.2,
 * 2.1.4): who speaks to a computer, or whose hands shake, presses them without wanting to.
 */
@Path("/shortcuts")
@PermitAll
public class Shortcuts {

  static final String COOKIE = "lectern-shortcuts";
  static final String OFF = "off";

  @CheckedTemplate(basePath = "platform")
  static class Templates {
    private Templates() {}

    static native TemplateInstance shortcuts();
  }

  @GET
  public TemplateInstance show() {
    return Templates.shortcuts();
  }

  @POST
  public Response choose(@RestForm @Nullable String choice) {
    return OwnAddress.seeOther("/shortcuts")
        .cookie(Appearance.choice(COOKIE, OFF.equals(choice) ? OFF : ""))
        .build();
  }
}

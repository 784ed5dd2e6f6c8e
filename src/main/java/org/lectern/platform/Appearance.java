package org.lectern.platform;

import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** How pages look for one reader. The choice is kept in their browser: it says nothing about them. */
@Path("/")
@PermitAll
public class Appearance {

  static final List<String> THEMES = List.of("light", "dark");
  static final String THEME = "lectern-theme";
  static final List<String> SWITCH = List.of("on", "off");
  static final String DATA_SAVER = "lectern-data-saver";

  /** The language that somebody chose who is not signed in. */
  public static final String LANGUAGE = "lectern-language";

  private static final int A_YEAR = 365 * 24 * 60 * 60;

  @POST
  @Path("theme")
  public Response choose(@RestForm @Nullable String theme, @RestForm @Nullable String to) {
    var chosen = theme != null && THEMES.contains(theme) ? theme : "";
    return OwnAddress.seeOther(Destination.of(to)).cookie(choice(THEME, chosen)).build();
  }

  /** Data-saver: pictures and clips are loaded when the reader asks for them. Off is a choice too, against the browser's. */
  @POST
  @Path("data-saver")
  public Response save(@RestForm @Nullable String saver, @RestForm @Nullable String to) {
    var chosen = saver != null && SWITCH.contains(saver) ? saver : "";
    return OwnAddress.seeOther(Destination.of(to)).cookie(choice(DATA_SAVER, chosen)).build();
  }

  /** A cookie that keeps a choice for a year; an empty value forgets it. */
  public static NewCookie choice(String name, String value) {
    return new NewCookie.Builder(name)
        .value(value)
        .path("/")
        .maxAge(value.isEmpty() ? 0 : A_YEAR)
        .secure(true)
        .httpOnly(true)
        .sameSite(NewCookie.SameSite.LAX)
        .build();
  }
}

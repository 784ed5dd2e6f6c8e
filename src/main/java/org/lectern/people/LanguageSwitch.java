package org.lectern.people;

import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;
import org.lectern.platform.Appearance;
import org.lectern.platform.Destination;
import org.lectern.platform.FormErrors;
import org.lectern.platform.OwnAddress;
import org.lectern.platform.Settings;
import org.lectern.platform.Viewer;

/** The switch of language on every page: kept in the profile of whoever is signed in, in the browser of others. */
@Path("/language")
@PermitAll
public class LanguageSwitch {

  private final Viewer viewer;
  private final Settings settings;
  private final Sessions sessions;

  LanguageSwitch(Viewer viewer, Settings settings, Sessions sessions) {
    this.viewer = viewer;
    this.settings = settings;
    this.sessions = sessions;
  }

  @POST
  @Transactional
  public Response choose(@RestForm @Nullable String language, @RestForm @Nullable String to) {
    var errors = new FormErrors(viewer.locale());
    var chosen = PersonFields.language(language, settings, errors).orElse("");
    errors.throwIfAny();
    if (viewer.isSignedIn()) {
      Person.find(viewer.person()).orElseThrow().language = chosen.isEmpty() ? null : chosen;
      sessions.forget(viewer.person());
    }
    return OwnAddress.seeOther(Destination.of(to))
        .cookie(Appearance.choice(Appearance.LANGUAGE, chosen))
        .build();
  }
}

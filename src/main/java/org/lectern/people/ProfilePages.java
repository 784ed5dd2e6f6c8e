package org.lectern.people;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.lectern.content.JobNetwork;
import org.lectern.content.Shelf;
import org.lectern.platform.FormErrors;
import org.lectern.platform.Settings;
import org.lectern.platform.Viewer;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** What people say about themselves. */
@Path("/profile")
@Authenticated
public class ProfilePages {

  private final Viewer viewer;
  private final Settings settings;
  private final Shelf shelf;
  private final Engagements engagements;
  private final Sessions sessions;
  private final Passwords passwords;

  ProfilePages(
      Viewer viewer,
      Settings settings,
      Shelf shelf,
      Engagements engagements,
      Sessions sessions,
      Passwords passwords) {
    this.viewer = viewer;
    this.settings = settings;
    this.shelf = shelf;
    this.engagements = engagements;
    this.sessions = sessions;
    this.passwords = passwords;
  }

  @CheckedTemplate(basePath = "people")
  static class Templates {
    private Templates() {}

    static native TemplateInstance profile(
        ProfileForm form,
        List<String> emails,
        FormErrors errors,
        List<JobNetwork> jobNetworks,
        List<String> languages,
        String done);
  }

  /** The fields of the form, as they were typed. */
  record ProfileForm(String name, String language, String jobNetwork) {}

  @GET
  public TemplateInstance show(@RestQuery @Nullable String done) {
    var person = Person.find(viewer.person()).orElseThrow();
    var form = new ProfileForm(person.name, Optional.ofNullable(person.language).orElse(""), jobNetworkToday());
    return page(form, errors(), done == null ? "" : done);
  }

  private String jobNetworkToday() {
    return Engagement.on(viewer.person(), engagements.today())
        .stream()
        .findFirst()
        .map(engagement -> engagement.jobNetwork)
        .orElse("");
  }

  @POST
  @Transactional
  public Response save(
      @RestForm @Nullable String name, @RestForm @Nullable String language, @RestForm @Nullable String jobNetwork) {
    var errors = errors();
    var newName = PersonFields.name(name, errors);
    var newLanguage = PersonFields.language(language, settings, errors);
    var newNetwork = PersonFields.jobNetwork(jobNetwork, shelf.library(), engagements.today(), errors);
    if (!errors.isEmpty()) {
      var form = new ProfileForm(newName, newLanguage.orElse(""), newNetwork.orElse(""));
      return Response.status(422).entity(page(form, errors, "")).build();
    }
    var person = Person.find(viewer.person()).orElseThrow();
    person.name = newName;
    person.language = newLanguage.orElse(null);
    if (!newNetwork.orElse("").equals(jobNetworkToday())) {
      engagements.setJobNetwork(person.id, newNetwork.orElse(null), engagements.today(), person.id);
    }
    sessions.forget(person.id);
    return Response.seeOther(URI.create("/profile?done=profile")).build();
  }

  @POST
  @Path("password")
  @Transactional
  public Response changePassword(
      @RestForm @Nullable String currentPassword, @RestForm @Nullable String password) {
    var errors = errors();
    var person = Person.find(viewer.person()).orElseThrow();
    var account = Account.of(person.id).getFirst();
    if (!passwords.verify(currentPassword == null ? "" : currentPassword, account.passwordHash)) {
      errors.add("currentPassword", PersonFields.text(PeopleMessages::currentPasswordWrong));
    }
    passwords.check(password, account.email, person.name, errors);
    if (!errors.isEmpty() || password == null) {
      var form = new ProfileForm(person.name, Optional.ofNullable(person.language).orElse(""), jobNetworkToday());
      return Response.status(422).entity(page(form, errors, "")).build();
    }
    account.passwordHash = Passwords.hash(password);
    sessions.endOthers(person.id, viewer.session().orElseThrow());
    return Response.seeOther(URI.create("/profile?done=password")).build();
  }

  private FormErrors errors() {
    return new FormErrors(viewer.locale());
  }

  private TemplateInstance page(ProfileForm form, FormErrors errors, String done) {
    var emails = Account.of(viewer.person()).stream().map(account -> account.email).toList();
    var networks = shelf.library().jobNetworksOn(engagements.today());
    return Templates.profile(form, emails, errors, networks, settings.languages(), done);
  }
}

package org.lectern.people;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

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
import org.lectern.platform.OwnAddress;
import org.lectern.platform.Settings;
import org.lectern.platform.Transactions;
import org.lectern.platform.Viewer;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.vertx.core.http.HttpServerRequest;

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
  private final SignIn signIn;
  private final HttpServerRequest request;
  private final InstantSource clock;

  ProfilePages(
      Viewer viewer,
      Settings settings,
      Shelf shelf,
      Engagements engagements,
      Sessions sessions,
      Passwords passwords,
      SignIn signIn,
      HttpServerRequest request,
      InstantSource clock) {
    this.viewer = viewer;
    this.settings = settings;
    this.shelf = shelf;
    this.engagements = engagements;
    this.sessions = sessions;
    this.passwords = passwords;
    this.signIn = signIn;
    this.request = request;
    this.clock = clock;
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
    var id = viewer.person();
    Transactions.retrying(() -> {
      var person = Person.find(id).orElseThrow();
      note("profile-changed", id);
      person.name = newName;
      person.language = newLanguage.orElse(null);
      if (!newNetwork.orElse("").equals(jobNetworkToday())) {
        engagements.setJobNetwork(id, newNetwork.orElse(null), engagements.today(), id);
      }
    });
    sessions.forget(id);
    return OwnAddress.seeOther("/profile?done=profile").build();
  }

  @POST
  @Path("password")
  public Response changePassword(
      @RestForm @Nullable String currentPassword, @RestForm @Nullable String password) {
    var errors = errors();
    var person = Person.find(viewer.person()).orElseThrow();
    var account = Account.of(person.id).getFirst();
    switch (signIn.guess(account.email, currentPassword, Place.of(request))) {
      case SignIn.Guess.Right right -> passwords.check(password, account.email, person.name, errors);
      case SignIn.Guess.Wrong wrong ->
        errors.add("currentPassword", PersonFields.text(PeopleMessages::currentPasswordWrong));
      case SignIn.Guess.Locked locked -> {
        var minutes = Place.minutesUntil(clock.instant(), locked.until());
        errors.add("currentPassword", PersonFields.text(messages -> messages.signInLocked(minutes)));
      }
    }
    if (!errors.isEmpty() || password == null) {
      var form = new ProfileForm(person.name, Optional.ofNullable(person.language).orElse(""), jobNetworkToday());
      return Response.status(422).entity(page(form, errors, "")).build();
    }
    replacePassword(account, Passwords.hash(password));
    return OwnAddress.seeOther("/profile?done=password").build();
  }

  private void replacePassword(Account account, String hash) {
    QuarkusTransaction.requiringNew().run(() -> {
      Account.update("passwordHash = ?1 where id = ?2", hash, account.id);
      note("password-changed", account.id);
      sessions.endOthers(account.personId, viewer.session().orElseThrow());
    });
    sessions.forget(account.personId);
  }

  private void note(String act, UUID thing) {
    AuditEntry.of(clock.instant(), act).by(viewer.person()).to(thing).from(Place.of(request)).add();
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

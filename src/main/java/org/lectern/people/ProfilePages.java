package org.lectern.people;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.lectern.content.JobNetwork;
import org.lectern.content.Localized;
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
    return page(asKept(Person.find(viewer.person()).orElseThrow()), errors(), done == null ? "" : done);
  }

  private ProfileForm asKept(Person person) {
    var jobNetwork = Engagement.on(person.id, engagements.today())
        .stream()
        .findFirst()
        .map(engagement -> engagement.jobNetwork)
        .orElse("");
    return new ProfileForm(person.name, Optional.ofNullable(person.language).orElse(""), jobNetwork);
  }

  @POST
  public Response save(
      @RestForm @Nullable String name, @RestForm @Nullable String language, @RestForm @Nullable String jobNetwork) {
    var errors = errors();
    var id = viewer.person();
    var kept = asKept(Person.find(id).orElseThrow());
    var newName = PersonFields.name(name, errors);
    // What nobody touched stays, also when it could not be chosen any more.
    var newLanguage = kept.language().equals(language)
        ? kept.language()
        : PersonFields.language(language, settings, errors).orElse("");
    var newNetwork = kept.jobNetwork().equals(jobNetwork) ? kept.jobNetwork() : jobNetwork(jobNetwork, errors);
    if (!errors.isEmpty()) {
      return Response.status(422).entity(page(new ProfileForm(newName, newLanguage, newNetwork), errors, "")).build();
    }
    Transactions.retrying(() -> {
      var person = Person.find(id).orElseThrow();
      note("profile-changed", id);
      person.name = newName;
      person.language = newLanguage.isEmpty() ? null : newLanguage;
      if (!newNetwork.equals(kept.jobNetwork())) {
        engagements.setJobNetwork(id, newNetwork, engagements.today(), id);
      }
    });
    sessions.forget(id);
    return OwnAddress.seeOther("/profile?done=profile").build();
  }

  /** The job network that is wanted instead; an error when what administrators have recorded would be lost with it. */
  private String jobNetwork(@Nullable String wanted, FormErrors errors) {
    var today = engagements.today();
    if (Engagement.lossOf(Engagement.known(viewer.person()), today) != Engagement.Loss.NONE) {
      errors.add("jobNetwork", PersonFields.text(PeopleMessages::jobNetworkKept));
    }
    return PersonFields.jobNetwork(wanted, shelf.library(), today, errors).orElse("");
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
      return Response.status(422).entity(page(asKept(person), errors, "")).build();
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
    return Templates.profile(form, emails, errors, networks(form.jobNetwork()), languages(form.language()), done);
  }

  /** The job networks to choose from, and the one that somebody is in, also when it is no longer in use. */
  private List<JobNetwork> networks(String present) {
    var library = shelf.library();
    var inUse = library.jobNetworksOn(engagements.today());
    if (present.isEmpty() || inUse.stream().anyMatch(network -> network.code().equals(present))) {
      return inUse;
    }
    var own = library.jobNetwork(present)
        .orElseGet(() -> new JobNetwork(present, new Localized("en", Map.of("en", present)), Optional.empty(),
            Optional.empty()));
    return Stream.concat(inUse.stream(), Stream.of(own)).toList();
  }

  private List<String> languages(String present) {
    return Stream.concat(settings.languages().stream(), Stream.of(present).filter(tag -> !tag.isEmpty()))
        .distinct()
        .toList();
  }
}

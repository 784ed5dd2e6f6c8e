package org.lectern.platform;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.BlockingOperationControl;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;

/** Who looks at this page or calls this API, and in which language. */
@RequestScoped
@Named("viewer")
public class Viewer {

  /** The attributes that sign-in puts on the identity. */
  public static final String PERSON = "lectern.person";

  public static final String NAME = "lectern.name";
  public static final String LANGUAGE = "lectern.language";
  public static final String SESSION = "lectern.session";
  public static final String ADMINISTRATOR = "administrator";

  private static final Pattern JUST_DONE = Pattern.compile("([?&])done=[^&]*&?");

  /** The header in which a script says whose page it runs in. */
  static final String MAKER = "Lectern-Person";

  private static final List<String> RIGHT_TO_LEFT = List.of("ar");

  private final SecurityIdentity identity;
  private final CurrentIdentityAssociation association;
  private final HttpServerRequest request;
  private final Languages languages;
  private @Nullable String path;
  private @Nullable Locale locale;
  private boolean refused;

  Viewer(
      SecurityIdentity identity,
      CurrentIdentityAssociation association,
      HttpServerRequest request,
      Languages languages) {
    this.identity = identity;
    this.association = association;
    this.request = request;
    this.languages = languages;
  }

  public boolean isSignedIn() {
    return ask(known -> !known.isAnonymous(), false);
  }

  public boolean isAdministrator() {
    return ask(known -> known.hasRole(ADMINISTRATOR), false);
  }

  private Optional<String> chosenLanguage() {
    var inProfile = ask(known -> Optional.<String>ofNullable(known.getAttribute(LANGUAGE)), Optional.<String>empty());
    return inProfile.or(() -> cookie(Appearance.LANGUAGE));
  }

  private Optional<String> cookie(String name) {
    return Optional.ofNullable(request.getCookie(name)).map(Cookie::getValue);
  }

  /** The theme that the reader chose: {@code light}, {@code dark}, or nothing to follow their system. */
  public String getTheme() {
    return cookie(Appearance.THEME).filter(Appearance.THEMES::contains).orElse("");
  }

  /** Whether this browser wants keyboard shortcuts. */
  public boolean isShortcuts() {
    return cookie(Shortcuts.COOKIE).filter(Shortcuts.OFF::equals).isEmpty();
  }

  /** Whether the reader wants to load little: as they chose here, or else as their browser says (Save-Data). */
  public boolean isSavingData() {
    return cookie(Appearance.DATA_SAVER).filter(Appearance.SWITCH::contains)
        .orElseGet(() -> Optional.ofNullable(request.getHeader("Save-Data")).orElse("off"))
        .equalsIgnoreCase("on");
  }

  /** How pages look for this reader, whoever they are. */
  public record Look(
      String language,
      String theme,
      boolean savingData,
      boolean shortcuts,
      boolean administrator,
      boolean arriving) {}

  public Look look() {
    return new Look(getTag(), getTheme(), isSavingData(), isShortcuts(), isAdministrator(), isArriving());
  }

  /** The languages to choose from on every page: those of the interface that a person can want. */
  public List<String> getTags() {
    return languages.ofBoth();
  }

  /** Asks who is there. Who came with a bad token is nobody, once they were refused for it. */
  private <T> T ask(Function<SecurityIdentity, T> question, T ofNobody) {
    if (refused) {
      return ofNobody;
    }
    try {
      return BlockingOperationControl.isBlockingAllowed()
          ? question.apply(identity)
          : alreadyKnown().map(question).orElse(ofNobody);
    } catch (AuthenticationFailedException badToken) {
      refused = true;
      throw badToken;
    }
  }

  /**
   * Who is there, as far as that is known without a look at the database. Addresses that lead nowhere, and those that are
   * closed to somebody, are answered on a thread that may not wait.
   */
  private Optional<SecurityIdentity> alreadyKnown() {
    var found = association.getDeferredIdentity().subscribeAsCompletionStage();
    return found.isCompletedExceptionally() ? Optional.empty() : Optional.ofNullable(found.getNow(null));
  }

  /**
   * The person who is signed in.
   *
   * @throws IllegalStateException when nobody is; an endpoint that asks must be closed to the anonymous
   * @throws Problem 401 when the request was made by somebody else: a page that was open while another person signed in
   *     sends what the one before had done
   */
  public UUID person() {
    UUID person = identity.getAttribute(PERSON);
    if (person == null) {
      throw new IllegalStateException("nobody is signed in");
    }
    var maker = request.getHeader(MAKER);
    if (maker != null && !maker.equals(person.toString())) {
      throw new Problem(401, "another-person", Text.of(PlatformMessages.class, PlatformMessages::unauthorized));
    }
    return person;
  }

  public String getName() {
    return Optional.ofNullable(identity.<String>getAttribute(NAME)).orElse("");
  }

  /** The session that this request came with, to be ended at sign-out. */
  public Optional<String> session() {
    return Optional.ofNullable(identity.getAttribute(SESSION));
  }

  /** The language that this person wants to read courses in: from the profile, this browser's choice, or its settings. */
  public String language() {
    return chosenLanguage().filter(languages.ofCourses()::contains).orElseGet(() -> fromBrowser(languages.ofCourses()));
  }

  /** The locale of the interface: the wanted language where the interface speaks it. */
  public Locale locale() {
    if (locale != null) {
      return locale;
    }
    var found = Locale.forLanguageTag(
        chosenLanguage().filter(languages.ofInterface()::contains)
            .orElseGet(() -> fromBrowser(languages.ofInterface())));
    if (BlockingOperationControl.isBlockingAllowed() && !refused) {
      // Every word of a page asks; before this, it is not certain yet who is there.
      locale = found;
    }
    return found;
  }

  /** The BCP 47 tag of {@link #locale()}. */
  public String getTag() {
    return locale().toLanguageTag();
  }

  public String getDirection() {
    return isRightToLeft(locale()) ? "rtl" : "ltr";
  }

  static boolean isRightToLeft(Locale locale) {
    return RIGHT_TO_LEFT.contains(locale.getLanguage());
  }

  /** Whether this is the first page of a visit, which brings its styles along. */
  public boolean isArriving() {
    return FirstPages.isFirst(request);
  }

  /** The path of the page that is shown. */
  public String getPath() {
    if (path == null) {
      path = request.path();
    }
    return path;
  }

  /**
   * Where this page can be looked at again, with its query: to come back from a switch. The answer to a form stands at an
   * address that only takes forms; then it is the page that the form was on. What was just done is not told again.
   */
  public String getHere() {
    var here = "GET".equals(request.method().name()) ? request.uri() : before();
    return JUST_DONE.matcher(here).replaceAll("$1").replaceAll("[?&]$", "");
  }

  private String before() {
    try {
      var from = new URI(Optional.ofNullable(request.getHeader("Referer")).orElse(""));
      return from.getRawPath() + (from.getRawQuery() == null ? "" : "?" + from.getRawQuery());
    } catch (URISyntaxException malformed) {
      return "/";
    }
  }

  private String fromBrowser(List<String> offered) {
    return fromBrowser(request.getHeader("Accept-Language"), offered);
  }

  /** The first of the offered languages that a browser asks for. */
  static String fromBrowser(@Nullable String header, List<String> offered) {
    if (header == null || header.length() > 1_000) {
      return offered.getFirst();
    }
    try {
      var match = Locale.lookupTag(Locale.LanguageRange.parse(header), offered);
      return match == null ? offered.getFirst() : match;
    } catch (IllegalArgumentException malformed) {
      return offered.getFirst();
    }
  }
}

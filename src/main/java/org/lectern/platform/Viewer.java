package org.lectern.platform;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.BlockingOperationControl;
import io.quarkus.security.identity.SecurityIdentity;
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

  private static final List<String> RIGHT_TO_LEFT = List.of("ar");

  private final SecurityIdentity identity;
  private final HttpServerRequest request;
  private final Settings settings;
  private final InterfaceLanguages languages;
  private @Nullable String path;

  Viewer(SecurityIdentity identity, HttpServerRequest request, Settings settings, InterfaceLanguages languages) {
    this.identity = identity;
    this.request = request;
    this.settings = settings;
    this.languages = languages;
  }

  public boolean isSignedIn() {
    return isKnown() && !identity.isAnonymous();
  }

  public boolean isAdministrator() {
    return isKnown() && identity.hasRole(ADMINISTRATOR);
  }

  /**
   * Whether it can be told who is there. An address that leads nowhere is answered on a thread that may not wait for the
   * database: there, everybody is anonymous.
   */
  private static boolean isKnown() {
    return BlockingOperationControl.isBlockingAllowed();
  }

  private @Nullable String chosenLanguage() {
    String inProfile = isKnown() ? identity.getAttribute(LANGUAGE) : null;
    return inProfile != null ? inProfile : cookie(Appearance.LANGUAGE);
  }

  private @Nullable String cookie(String name) {
    var cookie = request.getCookie(name);
    return cookie == null ? null : cookie.getValue();
  }

  /** The theme that the reader chose: {@code light}, {@code dark}, or nothing to follow their system. */
  public String getTheme() {
    var theme = cookie(Appearance.THEME);
    return theme != null && Appearance.THEMES.contains(theme) ? theme : "";
  }

  /** The languages of the interface, to choose from. */
  public List<String> getTags() {
    return languages.tags();
  }

  /**
   * The person who is signed in.
   *
   * @throws IllegalStateException when nobody is; an endpoint that asks must be closed to the anonymous
   */
  public UUID person() {
    UUID person = identity.getAttribute(PERSON);
    if (person == null) {
      throw new IllegalStateException("nobody is signed in");
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

  /** The language that this person wants to read courses in: profile, then the choice made in this browser, then the browser's own,
   * then the default. */
  public String language() {
    var chosen = chosenLanguage();
    return chosen != null && settings.languages().contains(chosen) ? chosen : fromBrowser(settings.languages());
  }

  /** The locale of the interface: the wanted language where the interface speaks it. */
  public Locale locale() {
    var chosen = chosenLanguage();
    var tag = chosen != null && languages.tags().contains(chosen) ? chosen : fromBrowser(languages.tags());
    return Locale.forLanguageTag(tag);
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

  /** The path of the page that is shown. */
  public String getPath() {
    if (path == null) {
      path = request.path();
    }
    return path;
  }

  private String fromBrowser(List<String> offered) {
    var header = request.getHeader("Accept-Language");
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

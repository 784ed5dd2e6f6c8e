package org.lectern.content.draft;

import java.util.List;

import org.lectern.content.format.Keys;

/** The keys of each kind of file and block, as the authors' manual promises them. */
public final class Manual {
  public static final Keys COURSE = new Keys("A course",
      List.of("id", "version", "source", "title", "summary", "contact", "paths", "defaultPath", "assessment",
          "certificate"),
      List.of("objectives", "codes"));
  public static final Keys CONTACT = new Keys("A contact", List.of("name", "email"), List.of());
  public static final Keys PATH = new Keys("A path", List.of("title", "modules", "authority", "minutes"),
      List.of("jobNetworks"));
  public static final Keys ASSESSMENT = new Keys("The assessment",
      List.of("id", "title", "minutes", "passMark", "draw"), List.of("waits"));
  public static final Keys CODE = new Keys("A code", List.of("system", "code"), List.of("path", "language"));
  public static final Keys CERTIFICATE = new Keys("The certificate", List.of("wording", "issuer"), List.of());
  public static final Keys JOB_NETWORK = new Keys("A job network", List.of("code", "name"),
      List.of("validFrom", "validTo"));
  public static final Keys TERM = new Keys("A term", List.of("id", "term", "definition"), List.of());

  public static final Keys MODULE = new Keys("A module", List.of("id", "title", "summary"), List.of("reviewBy"));
  public static final Keys PAGE = new Keys("A page", List.of("id", "title"),
      List.of("type", "minutes", "reviewBy", "sources"));
  public static final Keys CHECK = new Keys("A check", List.of("id", "type", "title"),
      List.of("minutes", "reviewBy", "sources"));
  public static final Keys CASE = new Keys("A case", List.of("id", "type", "title"),
      List.of("minutes", "reviewBy", "sources"));
  public static final Keys POOL = new Keys("A pool", List.of("module"), List.of("reviewBy", "sources"));

  public static final Keys RESOURCE = new Keys("A resource", List.of("id", "title"),
      List.of("credit", "reviewBy", "sources"));

  /** Alt and credit are required too, but have a problem of their own. */
  public static final Keys FIGURE = new Keys("A figure", List.of("src"),
      List.of("alt", "credit", "caption", "description"));
  /** Transcript and captions are required too, but have a problem of their own. */
  public static final Keys VIDEO = new Keys("A clip", List.of("src", "title", "seconds", "credit"),
      List.of("transcript", "captions", "small", "audio"));

  /** What may stand in the braces of an item. */
  public static final List<String> ITEM_ATTRIBUTES = List.of("page", "objective", "difficulty");
  /** What may stand in the braces of a node. */
  public static final List<String> NODE_ATTRIBUTES = List.of("outcome");
  public static final List<String> OUTCOMES = List.of("good", "mixed", "poor");

  // The longest that fits the screens and the records. In characters.
  static final int TITLE = 200;
  static final int SUMMARY = 600;
  static final int ALT = 400;
  static final int DESCRIPTION = 4000;
  static final int ADDRESS = 1000;
  static final int ANSWER = 500;
  static final int NETWORK_CODE = 30;

  private Manual() {}
}

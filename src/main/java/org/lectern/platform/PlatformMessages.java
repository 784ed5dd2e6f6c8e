package org.lectern.platform;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the page around the page, and of problems that belong to no room. */
@MessageBundle("platform")
public interface PlatformMessages {

  @Message("Skip to the content")
  String skip();

  @Message("My learning")
  String myLearning();

  @Message("Profile")
  String profile();

  @Message("Administration")
  String administration();

  @Message("Sign in")
  String signIn();

  @Message("Sign out")
  String signOut();

  @Message("Join")
  String join();

  @Message("Check a certificate")
  String checkCertificate();

  @Message("Main")
  String mainNavigation();

  @Message("There is a problem")
  String thereIsAProblem();

  @Message("Error:")
  String errorBefore();

  /** After a word that names what follows. */
  @Message(":")
  String colon();

  /** Between two of a row. */
  @Message(",")
  String comma();

  @Message("Page not found")
  String notFoundTitle();

  @Message("There is nothing here for you: the address may be wrong, or the page is somebody else's.")
  String notFound();

  @Message("You may not do this")
  String forbiddenTitle();

  @Message("Your account does not allow this. If it should, ask an administrator.")
  String forbidden();

  @Message("This request came from another site, so nothing was changed. Open the page here and try again.")
  String crossSite();

  @Message("Sign in first")
  String unauthorizedTitle();

  @Message("Sign in to go on. If you were signed in, your session has ended.")
  String unauthorized();

  @Message("What you sent was not saved, but it is not lost: sign in in a new tab, then come back to this one and reload it. Your browser sends it again.")
  String sendAgain();

  @Message("Sign in (opens a new tab)")
  String signInInNewTab();

  @Message("Wait a moment")
  String tooManyTitle();

  @Message("Many people are here at this moment")
  String busyTitle();

  @Message("Nothing that you had saved is lost. Wait a few seconds, then try again.")
  String busy();

  @Message("This is too much to be sent at once")
  String tooLargeTitle();

  @Message("Nothing was saved. At most {kilobytes} KB can be sent at once. Go back, shorten the text or choose a smaller file, and send it again.")
  String tooLarge(long kilobytes);

  @Message("Nothing was saved, because a text or a file is far too long. Go back, shorten it, and send it again.")
  String partTooLarge();

  @Message("Our data cannot be reached at the moment")
  String awayTitle();

  @Message("Nothing that you had saved is lost. Whether the last thing you sent was saved will show: go back in some seconds and send it again; it will not count twice.")
  String away();

  @Message("This does not work here")
  String badRequestTitle();

  @Message("The request could not be understood: {detail}")
  String badRequest(String detail);

  @Message("What stands at {place} is not of the kind that belongs there, such as a text, a list or a UUID")
  String mismatched(String place);

  @Message("Something went wrong on our side")
  String unexpectedTitle();

  @Message("Nothing that you had saved is lost. Try again in a moment; if it happens again, tell us this number: {id}")
  String unexpected(String id);

  @Message("Back to the start page")
  String backHome();

  @Message("This was changed by somebody else at the same moment. Nothing was lost; try again.")
  String conflict();

  @Message("Saving…")
  String saving();

  @Message("Saved")
  String saved();

  @Message("Not saved yet, will retry")
  String willRetry();

  @Message("Not saved")
  String notSaved();

  @Message("You are signed out. This is kept in this tab, and sent when you have signed in again.")
  String signedOutKept();

  @Message("Enter at most {limit} characters")
  String tooLong(int limit);

  @Message("Language")
  String language();

  @Message("Colours")
  String theme();

  @Message("As my system")
  String themeSystem();

  @Message("Light")
  String themeLight();

  @Message("Dark")
  String themeDark();

  @Message("Close")
  String close();

  @Message("Keyboard shortcuts")
  String shortcuts();

  @Message("They work on the pages of courses, and never while you write in a field.")
  String shortcutsHint();

  @Message("To the next unit, or to the button that leads there")
  String keyNext();

  @Message("To the previous unit")
  String keyPrevious();

  @Message("To the overview of the course")
  String keyCourse();

  @Message("To the search field, where there is one")
  String keySearch();

  @Message("To my note on this page")
  String keyNote();

  @Message("Show this list")
  String keyHelp();

  @Message("Keyboard shortcuts are on in this browser.")
  String shortcutsOn();

  @Message("Keyboard shortcuts are off in this browser.")
  String shortcutsOff();

  @Message("Turn them on")
  String turnOn();

  @Message("Turn them off")
  String turnOff();

  @Message("Data-saver")
  String dataSaver();

  @Message("Data-saver is on: pictures and clips load when you ask for them.")
  String dataSaverOn();

  @Message("On")
  String on();

  @Message("Off")
  String off();

  @Message("Previous page")
  String previousPage();

  @Message("Next page")
  String nextPage();

  @Message("Page {number} of {total}")
  String pageOf(int number, int total);
}

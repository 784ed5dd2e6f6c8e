package org.lectern.margin;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of notes and of reported mistakes. */
@MessageBundle("margin")
public interface MarginMessages {

  @Message("My note on this page")
  String yourNote();

  @Message("Only you see it. At most 4,000 characters.")
  String noteHint();

  @Message("Save my note")
  String saveNote();

  @Message("Your note is saved.")
  String noteSaved();

  @Message("Not saved yet")
  String notSavedYet();

  @Message("Write something first; to empty a note, delete it")
  String noteMissing();

  @Message("You changed this note in another window. Both texts stand here: put together what you want to keep, and save again")
  String noteChanged();

  @Message("Saved in the other window")
  String otherWindow();

  @Message("You are signed out, so this is not saved yet. Sign in in a new window, come back here and save again: your text stays below")
  String signedOut();

  @Message("Sign in in a new window")
  String signInElsewhere();

  @Message("Note: {title}")
  String noteOn(String title);

  @Message("Delete this note")
  String deleteNote();

  @Message("Delete your note?")
  String deleteTitle();

  @Message("Your note on “{title}” will be gone. This cannot be undone.")
  String deleteText(String title);

  @Message("Keep it")
  String keepNote();

  @Message("The note is deleted.")
  String noteDeleted();

  @Message("My notes")
  String myNotes();

  @Message("You have no notes in this course yet. You can write one at the end of each page; only you see it.")
  String noNotes();

  @Message("To print them, use the print command of your browser.")
  String printNotes();

  @Message("Download as text")
  String downloadNotes();

  @Message("Changed on {day}")
  String changedOn(String day);

  @Message("The course no longer has this page.")
  String unitGone();

  @Message("Change")
  String changeNote();

  @Message("Back to the page")
  String backToPage();

  @Message("Report a mistake in this page")
  String reportMistake();

  @Message("What is wrong?")
  String whatIsWrong();

  @Message("Administrators see it with your name, so that they can ask you.")
  String whatHint();

  @Message("The words that are wrong, copied from the page (not required)")
  String wrongWords();

  @Message("Send")
  String sendReport();

  @Message("Thank you. Administrators will look at it.")
  String reportSent();

  @Message("Say what is wrong")
  String whatMissing();

  @Message("You have reported {count} mistakes within an hour. Thank you; keep this text and send it later")
  String tooManyReports(int count);

  @Message("Mistake in: {title}")
  String mistakeIn(String title);

  @Message("Reported mistakes")
  String reportedMistakes();

  @Message("Open: {count}")
  String openMistakes(long count);

  @Message("Handled: {count}")
  String handledMistakes(long count);

  @Message("No mistakes are open.")
  String noneOpen();

  @Message("No mistakes have been handled yet.")
  String noneHandled();

  @Message("Which mistakes to show")
  String whichMistakes();

  @Message("Reported by {name} on {day}")
  String reportedBy(String name, String day);

  @Message("Handled by {name} on {day}")
  String handledBy(String name, String day);

  @Message("Mark as handled")
  String markHandled();

  @Message("File")
  String file();

  @Message("Edition")
  String edition();
}

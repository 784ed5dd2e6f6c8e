package org.lectern.learning;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of courses, pages, checks and cases. */
@MessageBundle("learning")
public interface LearningMessages {

  @Message("Your job network is {network}: {path}, {authority}.")
  String whyNetwork(String network, String path, String authority);

  @Message("Your job network is not known yet, so this is the {path}, for now.")
  String whyProvisional(String path);

  @Message("Say which one is yours")
  String sayJobNetwork();

  @Message("Not right? Change your job network")
  String changeJobNetwork();

  @Message("{done} of {total} done")
  String doneOf(int done, int total);

  @Message("{minutes} min")
  String minutes(int minutes);

  @Message("about {span:of('en', minutes)} left")
  String minutesLeft(int minutes);

  @Message("Start")
  String start();

  @Message("Continue where you were")
  String continueHere();

  @Message("Next")
  String nextUnit();

  @Message("Courses")
  String courses();

  @Message("All courses")
  String allCourses();

  @Message("{plural:of('en', count, 'one{# course. All of it is open to you.} other{# courses. All of them are open to you, as a whole.}')}")
  String coursesIntro(int count);

  @Message("Languages: {languages}.")
  String inLanguages(String languages);

  @Message("The others are read in {language}.")
  String otherLanguagesIn(String language);

  @Message("Code:")
  String codes();

  @Message("No course yet")
  String noCourseYet();

  @Message("Your path")
  String yourPath();

  @Message("Modules")
  String modules();

  @Message("Module {number}")
  String module(int number);

  @Message("Module {number}: {title}. {done} of {total} done")
  String station(int number, String title, int done, int total);

  @Message("What it holds")
  String unitsOf();

  @Message("Done")
  String done();

  @Message("Passed")
  String coursePassed();

  @Message("Not done yet")
  String notDone();

  @Message("{#switch type}{#case 'page'}Page{#case 'check'}Check{#case}Case{/switch}")
  String unitType(String type);

  @Message("Final assessment")
  String assessment();

  @Message("Locked. It opens when every unit above is done: {left} left.")
  String assessmentLocked(int left);

  @Message("It is open: you have done everything on your path.")
  String assessmentOpen();

  @Message("Passed. Your certificate is on your start page.")
  String assessmentPassed();

  @Message("Go to the final assessment")
  String toAssessment();

  @Message("Beyond your path")
  String beyondPath();

  @Message("Your path leaves these modules out. You are welcome to read them; what you do there is not recorded.")
  String beyondPathHint();

  @Message("This is not on your path. You are welcome to read it; nothing is recorded here.")
  String notOnPath();

  @Message("Not yet in {language}: read in {other}.")
  String fallback(String language, String other);

  @Message("{place} of {places} in this module")
  String placeInModule(int place, int places);

  @Message("Done, next")
  String doneNext();

  @Message("Previous")
  String previousUnit();

  @Message("Back to the course")
  String backToCourse();

  @Message("Sources")
  String sources();

  @Message("Changed since your last visit")
  String changedSince();

  @Message("{#switch change}{#case 'added'}New:{#case 'changed'}Updated:{#case}No longer part of the course:{/switch}")
  String change(String change);

  @Message("What you have completed stays completed.")
  String changesKeep();

  @Message("updated since you read it")
  String updatedSinceRead();

  @Message("This was changed since you completed it. It stays done; you are welcome to look at it again.")
  String updatedUnit();

  @Message("You have done this.")
  String unitDone();

  @Message("Answer each question once. This check is for you: nobody grades it, and you can try again as often as you like.")
  String checkIntro();

  @Message("All questions have an answer, but this check was changed since you answered them, and is not done yet. Check any one of your answers again.")
  String checkOnceMore();

  @Message("Check my answer")
  String checkAnswer();

  @Message("Check again")
  String checkAgain();

  @Message("Choose all that apply.")
  String chooseAll();

  @Message("Give each line its place.")
  String orderHint();

  @Message("Choose the partner of each line.")
  String matchHint();

  @Message("Your answer")
  String yourAnswer();

  @Message("Choose")
  String choose();

  @Message("Right.")
  String right();

  @Message("Not quite.")
  String notRight();

  @Message("Choose or write an answer to this question first; in lists, every line once")
  String answerMissing();

  @Message("Choose how to go on")
  String choiceMissing();

  @Message("What do you do?")
  String whatDoYouDo();

  @Message("This walk ended well")
  String endedGood();

  @Message("This walk ended with gains and losses")
  String endedMixed();

  @Message("This walk ended badly")
  String endedPoor();

  @Message("Walk again from the start")
  String walkAgain();

  @Message("Clip: {title}")
  String clip(String title);

  @Message("{seconds} s")
  String seconds(int seconds);

  @Message("{#switch kind}{#case 'audio'}Sound only{#case 'small'}Small{#case}Large{/switch}, {size} MB")
  String rendition(String kind, String size);

  @Message("Show the picture ({size} KB)")
  String showPicture(long size);

  @Message("Open the clip on another site")
  String outsideClip();

  @Message("Transcript: read instead of watching")
  String readTranscript();

  @Message("I have read the transcript")
  String transcriptRead();

  @Message("Watched")
  String watched();

  @Message("Description of the figure")
  String figureDescription();

  @Message("Credit: {credit}")
  String credit(String credit);

  @Message("Glossary")
  String glossary();

  @Message("This module on one page, to print")
  String printModule();

  @Message("Left out on paper: which answers are right and what they teach, the clips (their words are here), and what you have done.")
  String sheetLeavesOut();

  @Message("To print it, use the print command of your browser.")
  String sheetHint();

  @Message("edition")
  String sheetEdition();

  @Message("Go on at:")
  String goOnAt();

  @Message("To keep")
  String toKeep();

  @Message("Read it in another language")
  String readItIn();

  @Message("This course has no glossary yet.")
  String glossaryEmpty();

  @Message("The id {id} was used before for another statement. Give each statement an id of its own")
  String statementIdUsed(String id);

  @Message("There is no unit {unit} in this course")
  String unknownUnit(String unit);

  @Message("Several courses have a unit {unit}. Say which one you mean in the field course")
  String ambiguousUnit(String unit);

  @Message("“{unit}” is not on your path ({path}), so nothing was recorded")
  String outsidePath(String unit, String path);

  @Message("A statement “{verb} {activity}” does not fit this unit")
  String unsuitableStatement(String verb, String activity);

  @Message("In “{unit}”, nothing has led to “{node}” yet. Walk from the start")
  String nodeNotReached(String unit, String node);

  @Message("This is not an answer that the question can have: “{prompt}”")
  String invalidResponse(String prompt);

  @Message("Send from 1 to {limit} statements, as a list")
  String invalidBatch(int limit);

  @Message("A statement needs an id (a UUID), a verb and an activity, and answers of at most 1,000 characters")
  String invalidStatement();

  @Message("The verb {verb} is not known here. Use completed or answered")
  String unknownVerb(String verb);

  @Message("{timestamp} is no point in time since 2000. Write it like 2026-11-21T09:30:00Z")
  String invalidTimestamp(String timestamp);
}

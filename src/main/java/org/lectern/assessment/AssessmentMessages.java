package org.lectern.assessment;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the final assessment. */
@MessageBundle("assessment")
public interface AssessmentMessages {

  @Message("Back to the course")
  String backToCourse();

  @Message("What to expect")
  String whatToExpect();

  @Message("{count} {#if count == 1}question{#else}questions{/if}, about {minutes} minutes. There is no time limit: you can stop and go on later, here or on another computer.")
  String questionsAndMinutes(int count, int minutes);

  @Message("You pass with {passMark} per cent or more. Every question weighs the same.")
  String passMark(int passMark);

  @Message("Every answer is kept as soon as you give it. You can change answers until you submit.")
  String answersAreKept();

  @Message("You can try as often as you need:")
  String tries();

  @Message("after {failures} {#if failures == 1}try{#else}tries{/if}{#if last} or more{/if} without passing: {howLong}")
  String waitAfter(int failures, boolean last, String howLong);

  @Message("begin again at once")
  String noWait();

  @Message("wait {count} {#if count == 1}hour{#else}hours{/if}")
  String waitHours(long count);

  @Message("wait {count} {#if count == 1}minute{#else}minutes{/if}")
  String waitMinutes(long count);

  @Message("Begin")
  String begin();

  @Message("Begin again")
  String beginAgain();

  @Message("Go on")
  String goOn();

  @Message("You have begun and not submitted yet. Your answers are kept.")
  String underway();

  @Message("Not open yet")
  String lockedTitle();

  @Message("{left} {#if left == 1}unit is{#else}units are{/if} left before the final assessment opens.")
  String locked(int left);

  @Message("{left} {#if left == 1}unit is{#else}units are{/if} left before the final assessment opens. Next: {next}.")
  String lockedNext(int left, String next);

  @Message("Next on your path:")
  String nextUnits();

  @Message("Please wait a little")
  String waitingTitle();

  @Message("You can begin again on {moment}.")
  String waiting(String moment);

  @Message("You can begin again now.")
  String beginAgainNow();

  @Message("These pages answer what you were asked:")
  String readMeanwhile();

  @Message("You have passed.")
  String alreadyPassed();

  @Message("My learning and certificates")
  String toCertificates();

  @Message("Your certificate")
  String toCertificate();

  @Message("Your tries")
  String yourTries();

  @Message("Try {number}")
  String tryNumber(int number);

  @Message("Question {number} of {total}")
  String questionOf(int number, int total);

  @Message("Questions")
  String questions();

  @Message("answered")
  String answered();

  @Message("not answered yet")
  String notAnswered();

  @Message("not finished yet")
  String notFinished();

  @Message("Save and go back")
  String saveAndBack();

  @Message("Save and go on")
  String saveAndOn();

  @Message("Save and check your answers")
  String saveAndCheck();

  @Message("A later answer was saved in another window. It is shown here.")
  String newerElsewhere();

  @Message("A later answer was saved in another window. Load this page again to see it.")
  String newerReload();

  @Message("Check your answers")
  String checkTitle();

  @Message("All questions are answered. Nothing is judged before you submit.")
  String allAnswered();

  @Message("{count} {#if count == 1}question is{#else}questions are{/if} not answered. What is not answered counts as wrong.")
  String someMissing(int count);

  @Message("Change")
  String change();

  @Message("answer to question {number}")
  String changeWhich(int number);

  @Message("Submit although {count} {#if count == 1}question is{#else}questions are{/if} not answered")
  String submitAnyway(int count);

  @Message("Submit")
  String submit();

  @Message("Question {number} is not answered")
  String questionMissing(int number);

  @Message("Answer what is missing, or say below that you want to submit without it")
  String confirmMissing();

  @Message("Passed")
  String passed();

  @Message("Not passed yet")
  String failed();

  @Message("Open")
  String open();

  @Message("Ended without being submitted")
  String abandoned();

  @Message("{score} per cent")
  String score(int score);

  @Message("You have {score} per cent; {passMark} per cent were needed.")
  String scoreAndMark(int score, int passMark);

  @Message("Module by module")
  String byModule();

  @Message("Module")
  String module();

  @Message("Right")
  String right();

  @Message("Read again")
  String readAgain();

  @Message("{right} of {total}")
  String rightOf(int right, int total);

  @Message("Question by question")
  String byQuestion();

  @Message("Right")
  String answerRight();

  @Message("Not right")
  String answerNotRight();

  @Message("The right answer")
  String rightAnswer();

  @Message("This attempt has been submitted, so its answers can no longer be changed.")
  String alreadySubmitted();

  @Message("Send the number of this answer as seq: a whole number from 0 to {most} that grows with every change.")
  String seqMissing(long most);

  @Message("Send the answer as options: a list of texts.")
  String optionsMissing();

  @Message("These are more answers than the question has room for.")
  String answerTooMany();

  @Message("The answer names something that this question does not offer.")
  String answerUnknown();

  @Message("Choose each thing only once.")
  String answerTwice();

  @Message("Two lines have the same place. Give each line a place of its own.")
  String samePlace();

  @Message("Write at most {most} characters.")
  String answerTooLong(int most);

  @Message("The answer holds characters that cannot be kept.")
  String answerUnprintable();
}

package org.lectern.administration;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of what administrators look up and change. */
@MessageBundle("administration")
public interface AdministrationMessages {

  @Message("Administrator")
  String administrator();

  @Message("Administration")
  String title();

  @Message("Audit trail")
  String auditTitle();

  @Message("An act, or the number of a person, a certificate or a request")
  String auditLabel();

  @Message("Search")
  String auditSearch();

  @Message("Nothing of the kind was recorded.")
  String auditEmpty();

  @Message("Act")
  String auditAct();

  @Message("Who")
  String auditActor();

  @Message("To what")
  String auditSubject();

  @Message("From where")
  String auditPlace();

  @Message("More")
  String auditDetail();

  @Message("Request")
  String auditRequest();

  @Message("Set the job network")
  String setJobNetwork();

  @Message("It decides the path from this day on. What the person has completed stays completed.")
  String setJobNetworkHint();

  @Message("From (year-month-day)")
  String validFrom();

  @Message("Save")
  String save();

  @Message("Engagements")
  String engagements();

  @Message("From")
  String from();

  @Message("To")
  String to();

  @Message("Recorded")
  String recorded();

  @Message("Replaced")
  String replaced();

  @Message("Nothing is recorded yet.")
  String nothingRecorded();

  @Message("Registrations")
  String registrations();

  @Message("Opened")
  String opened();

  @Message("Edition")
  String edition();

  @Message("Statements")
  String statements();

  @Message("When")
  String when();

  @Message("Verb")
  String verb();

  @Message("Activity")
  String activity();

  @Message("Result")
  String result();

  @Message("Write the date as year-month-day, for example 2026-11-21")
  String dateWrong();

  @Message("Choose a job network that is in use on that day")
  String jobNetworkUnknown();

  @Message("The file is not text in UTF-8. Save it as “CSV UTF-8” and choose it again")
  String fileNotUtf8();

  @Message("The file cannot be read as CSV: perhaps a quotation mark is not closed")
  String fileMalformed();

  @Message("The file has more than {limit} lines. Divide it")
  String fileTooLong(int limit);

  @Message("The file has no line about anybody")
  String fileEmpty();

  @Message("Choose a file")
  String fileMissing();

  @Message("There is no column “{column}” here")
  String columnUnknown(String column);

  @Message("The column “{column}” is there twice")
  String columnTwice(String column);

  @Message("The first line must name the columns email, validFrom, and at least one of jobNetwork, department, dutyStation, supervisor")
  String columnsMissing();

  @Message("This line has {cells} cells, but there are {columns} columns")
  String cellsWrong(int cells, int columns);

  @Message("Here must stand an e-mail address")
  String cellEmail();

  @Message("The same address stands in line {line} already")
  String lineTwice(int line);

  @Message("No job network “{code}” is in use on that day")
  String cellNetwork(String code);

  @Message("Write true or false")
  String cellSupervisor();

  @Message("“{cell}” cannot be kept: at most {limit} characters, no control characters, and not beginning like a formula (= + - @)")
  String cellHostile(String cell, int limit);

  @Message("Nobody here has this address")
  String cellNobody();

  @Message("This is the same person as in line {line}, with another address")
  String samePerson(int line);

  @Message("The file")
  String wholeFile();

  @Message("Line")
  String line();

  @Message("What to mend")
  String mistake();

  @Message("Mistakes that are not shown here: {count}")
  String moreMistakes(int count);

  @Message("Changes of many people")
  String changes();

  @Message("Choose people in a list, or bring a file. You see what will happen before anything does.")
  String changesHint();

  @Message("Bring in engagements from a file")
  String importTitle();

  @Message("A CSV file in UTF-8, at most {limit} lines and 1 MB. Columns: email, validFrom (year-month-day), and some of jobNetwork, department, dutyStation, supervisor. An empty cell makes the field unknown; a column that is not there leaves it as it is.")
  String importHint(int limit);

  @Message("CSV file")
  String importFile();

  @Message("Check the file")
  String importButton();

  @Message("Change these people")
  String changeTitle();

  @Message("{count} {#if count == 1}person is{#else}people are{/if} chosen.")
  String changeWhom(long count);

  @Message("What is to be done?")
  String whatToDo();

  @Message("{#switch kind}{#case 'engagement'}Change the engagement{#case 'disable'}Disable the accounts and end all sessions{#case 'enable'}Enable the accounts{#case}End all sessions{/switch}")
  String kind(String kind);

  @Message("For a change of the engagement: mark what is to change. A marked field that is left empty becomes unknown.")
  String engagementHint();

  @Message("Change: {field}")
  String changeField(String field);

  @Message("Supervisor")
  String supervisor();

  @Message("yes")
  String yes();

  @Message("no")
  String no();

  @Message("Show what will happen")
  String preview();

  @Message("Choose somebody first")
  String nobodyChosen();

  @Message("At most {limit} people can be changed at once. Narrow the list")
  String tooManyChosen(int limit);

  @Message("Choose what is to be done")
  String kindMissing();

  @Message("Mark at least one field that is to change")
  String nothingToChange();

  @Message("Write at most {limit} characters, not beginning with = + - or @")
  String valueHostile(int limit);

  @Message("{#switch state}{#case 'DRAFT'}not confirmed yet{#case 'RUNNING'}under way{#case 'DONE'}done{#case}given up{/switch}")
  String changeState(String state);

  @Message("{#switch outcome}{#case 'planned'}To be changed{#case 'done'}Changed{#case 'unchanged'}So already: nothing to change{#case}Cannot be changed{/switch}")
  String outcome(String outcome);

  @Message("{#switch reason}{#case 'several-engagements'}has several engagements on that day; change the right one on the page of the person{#case 'later-engagement'}something else is recorded for later and would be lost{#case 'yourself'}this is you{#case 'no-account'}has no account{#case}it failed; the log of the server knows more{/switch}")
  String reason(String reason);

  @Message("Why")
  String why();

  @Message("As each line of the file says")
  String eachLine();

  @Message("Nothing is changed yet. Check the list, then confirm.")
  String nothingDoneYet();

  @Message("Change {count} {#if count == 1}person{#else}people{/if} now")
  String confirm(long count);

  @Message("Give it up")
  String discard();

  @Message("{done} of {all} are done. This goes on when you leave the page, and after a restart of the server.")
  String doneOfAll(long done, long all);

  @Message("Show how far it is")
  String refresh();

  @Message("Chosen from")
  String chosenFrom();

  @Message("By")
  String changedBy();

  @Message("Drafted by")
  String draftedBy();

  @Message("Confirmed by")
  String confirmedBy();

  @Message("Given up by")
  String discardedBy();

  @Message("Change")
  String changed();

  @Message("Accounts")
  String accounts();

  @Message("{count} {#if count == 1}session{#else}sessions{/if} open")
  String sessionsAlive(long count);

  @Message("disabled since")
  String accountDisabledSince();

  @Message("Attempts")
  String attempts();

  @Message("Attempt")
  String attempt();

  @Message("{#switch state}{#case 'open'}open{#case 'passed'}passed{#case 'failed'}not passed{#case}given up{/switch}")
  String attemptState(String state);

  @Message("Ended")
  String submitted();

  @Message("Score")
  String score();

  @Message("What administrators changed")
  String changesOfPerson();
}

package org.lectern.report;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the lists and figures for administrators. */
@MessageBundle("report")
public interface ReportMessages {

  @Message("{#switch state}{#case 'issued'}valid{#case 'replaced'}replaced{#case}revoked{/switch}")
  String certificateState(String state);

  @Message("Administration")
  String administrationTitle();

  @Message("People")
  String people();

  @Message("Content")
  String content();

  @Message("The content files have no problems.")
  String noProblems();

  @Message("{count} {#if count == 1}problem{#else}problems{/if} in the content files. Learners see the last good content.")
  String problemCount(int count);

  @Message("Problems in the content")
  String problemsTitle();

  @Message("Fix")
  String fix();

  @Message("Progress")
  String progress();

  @Message("Progress: {course}")
  String progressOf(String course);

  @Message("As of {day}. Everybody with an account counts, on the path of their job network today.")
  String progressAsOf(String day);

  @Message("Path")
  String path();

  @Message("Passed")
  String passed();

  @Message("Search by name or e-mail")
  String searchLabel();

  @Message("Search")
  String search();

  @Message("Name")
  String name();

  @Message("E-mail")
  String email();

  @Message("Job network")
  String jobNetwork();

  @Message("unknown")
  String unknown();

  @Message("State")
  String state();

  @Message("Serial")
  String serial();

  @Message("Issued on")
  String issued();

  @Message("Certificates")
  String certificatesOf();

  @Message("Course")
  String course();

  @Message("Department")
  String department();

  @Message("Duty station")
  String dutyStation();

  @Message("Account")
  String account();

  @Message("open")
  String accountOpen();

  @Message("disabled")
  String accountDisabled();

  @Message("Joined")
  String joined();

  @Message("Units done")
  String unitsDone();

  @Message("{done} of {total}")
  String doneOf(int done, int total);

  @Message("Passed on")
  String passedOn();

  @Message("{#switch state}{#case 'not-started'}not started{#case 'under-way'}under way{#case 'to-be-assessed'}path completed, not assessed{#case 'passed'}passed{#case 'without-certificate'}passed, no valid certificate{#case}passed, with certificate{/switch}")
  String courseState(String state);

  @Message("Narrow the list")
  String filters();

  @Message("any")
  String any();

  @Message("Apply")
  String apply();

  @Message("Shown are only")
  String activeFilters();

  @Message("Remove the filter: {filter}")
  String removeFilter(String filter);

  @Message("Remove all filters")
  String removeFilters();

  @Message("{found} of {all}")
  String rowsOf(String found, String all);

  @Message("Nothing fits these filters. Remove one, or try a part of the name.")
  String nothingFound();

  @Message("There is nothing here yet.")
  String nothingYet();

  @Message("The list does not go on so far.")
  String beyondTheList();

  @Message("To the first page")
  String toTheFirstPage();

  @Message("Languages")
  String languages();

  @Message("Read in another language than wanted")
  String unmetDemand();

  @Message("How often a page or a text was shown in another language than its reader wanted, because no translation was there.")
  String unmetDemandHint();

  @Message("Nothing was read in another language than wanted.")
  String noUnmetDemand();

  @Message("Wanted")
  String wantedLanguage();

  @Message("Shown")
  String shownLanguage();

  @Message("First")
  String firstTime();

  @Message("Last")
  String lastTime();

  @Message("Times")
  String times();

  @Message("People by language")
  String readersByLanguage();

  @Message("What people have chosen in their profile or with the switch of language.")
  String readersByLanguageHint();

  @Message("None chosen")
  String noLanguageChosen();

  @Message("Download these rows as CSV")
  String exportCsv();

  @Message("Pages show the first {shown}. Narrow the list, or download it to see all.")
  String tooManyPages(String shown);

  @Message("Sort by {column}")
  String sortBy(String column);

  @Message("All certificates")
  String certificates();

  @Message("Audit trail")
  String audit();

  @Message("Search by name, e-mail or serial")
  String certificateSearchLabel();

  @Message("As of {moment}")
  String asOf(String moment);

  @Message("No course is ready yet. An administrator can see why under Administration.")
  String noCourses();

  @Message("Choose")
  String choose();

  @Message("Choose {name}")
  String chooseOne(String name);

  @Message("Chart")
  String chart();

  @Message("Lists")
  String lists();

  @Message("Everybody, person by person")
  String everyPerson();

  @Message("By path")
  String byPath();

  @Message("By department")
  String byDepartment();

  @Message("By job network")
  String byNetwork();

  @Message("Passed in the last twelve months")
  String byMonth();

  @Message("Columns: people who passed in each month. Line: all who had passed by its end. The table below has the same figures.")
  String byMonthWords();

  @Message("Columns: passed in the month. Line: passed in all, from none to everybody who has passed.")
  String byMonthCaption();

  @Message("The same as a table")
  String sameAsTable();

  @Message("Month")
  String month();

  @Message("Passed in all")
  String passedInAll();

  @Message("Whoever has several engagements counts in each of them.")
  String engagedHint();

  @Message("Change the chosen people")
  String changeChosen();

  @Message("Change all {count} of this list")
  String changeAll(String count);

  @Message("Changes of many people")
  String bulk();
}

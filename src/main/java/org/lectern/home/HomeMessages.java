package org.lectern.home;

import java.time.LocalDate;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the desks. */
@MessageBundle("home")
public interface HomeMessages {

  @Message("Learn what your work asks of you, at your own pace")
  String welcomeTitle();

  @Message("Short pages, honest minutes, and a certificate that proves itself. Nothing that you do here is ever lost.")
  String welcomeText();

  @Message("Courses here")
  String courses();

  @Message("{path}: {span:of('en', minutes)}")
  String pathMinutes(String path, int minutes);

  @Message("No course is ready yet. An administrator can see why under Administration.")
  String noCourses();

  @Message("My learning")
  String deskTitle();

  @Message("Hello {name}")
  String hello(String name);

  @Message("What to do next")
  String nextTitle();

  @Message("Finished")
  String finishedTitle();

  @Message("You have passed every course here. Your certificates are below.")
  String allDone();

  @Message("Open the course")
  String openCourse();

  @Message("My certificates")
  String certificates();

  @Message("You have no certificate yet. You get one when you pass a final assessment.")
  String noCertificates();

  @Message("{#switch state}{#case 'issued'}valid{#case 'replaced'}replaced{#case}revoked{/switch}")
  String certificateState(String state);

  @Message("Certificates")
  String certificatesOf();

  @Message("Serial")
  String serial();

  @Message("Issued on")
  String issued();

  @Message("State")
  String state();

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

  @Message("Show the problems")
  String showProblems();

  @Message("Problems in the content")
  String problemsTitle();

  @Message("Where")
  String where();

  @Message("What")
  String what();

  @Message("Fix")
  String fix();

  @Message("Progress")
  String progress();

  @Message("Progress: {course}")
  String progressOf(String course);

  @Message("As of {day}. Everybody with an account counts, on the path of their job network today.")
  String progressAsOf(LocalDate day);

  @Message("Path")
  String path();

  @Message("Not started")
  String notStarted();

  @Message("Under way")
  String underWay();

  @Message("Only the assessment left")
  String toBeAssessed();

  @Message("Passed")
  String passed();

  @Message("Passed, per cent")
  String passedPercent();

  @Message("Download as CSV, person by person")
  String downloadCsv();

  @Message("Search by name or e-mail")
  String searchLabel();

  @Message("Search")
  String search();

  @Message("{count} {#if count == 1}person{#else}people{/if}")
  String peopleCount(long count);

  @Message("Nobody is found by “{search}”. Try a part of the name or of the address.")
  String nobodyFound(String search);

  @Message("Name")
  String name();

  @Message("E-mail")
  String email();

  @Message("Job network")
  String jobNetwork();

  @Message("unknown")
  String unknown();

  @Message("Administrator")
  String administrator();

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

  @Message("Course")
  String course();

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
}

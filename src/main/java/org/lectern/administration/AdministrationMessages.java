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
}

package org.lectern.home;

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

  @Message("{span:of('en', minutes)}")
  String pathMinutes(int minutes);

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

  @Message("My certificates")
  String certificates();

  @Message("You have no certificate yet. You get one when you pass a final assessment.")
  String noCertificates();
}

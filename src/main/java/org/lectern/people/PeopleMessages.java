package org.lectern.people;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of joining, signing in and the profile. */
@MessageBundle("people")
public interface PeopleMessages {

  @Message("Join")
  String joinTitle();

  @Message("Create an account to take your courses. Any e-mail address will do, at work or private.")
  String joinIntro();

  @Message("Become the administrator")
  String firstAdministratorTitle();

  @Message("This link works once. Create the account of the first administrator of this server.")
  String firstAdministratorIntro();

  @Message("This link cannot be used any more: it was used, it is older than a day, or the server was started again since. If there is an administrator, sign in or ask them. If there is none yet, start the server again: it prints a new link.")
  String firstAdministratorLinkEnded();

  @Message("Join")
  String joinButton();

  @Message("I have an account: sign in")
  String haveAccount();

  @Message("Full name")
  String name();

  @Message("As it should stand on your certificate.")
  String nameHint();

  @Message("E-mail address")
  String email();

  @Message("Password")
  String password();

  @Message("At least 8 characters. A few words that only you would put together are easy to keep in mind and hard to guess.")
  String passwordHint();

  @Message("Job network")
  String jobNetwork();

  @Message("It decides which modules you take. You can change it later in your profile.")
  String jobNetworkHint();

  @Message("I do not know, or I have none")
  String jobNetworkNone();

  @Message("Language for courses")
  String language();

  @Message("As my browser says")
  String languageNone();

  @Message("Sign in")
  String signInTitle();

  @Message("Sign in")
  String signInButton();

  @Message("I am new here: join")
  String noAccount();

  @Message("Profile")
  String profileTitle();

  @Message("You sign in with")
  String signInWith();

  @Message("Save")
  String save();

  @Message("Your profile is saved.")
  String profileSaved();

  @Message("Change your password")
  String changePassword();

  @Message("Current password")
  String currentPassword();

  @Message("New password")
  String newPassword();

  @Message("Your password is changed. You were signed out everywhere else.")
  String passwordChanged();

  @Message("Enter your full name")
  String nameMissing();

  @Message("Your name must have at most {limit} characters")
  String nameTooLong(int limit);

  @Message("Your name holds characters that cannot be printed; write it with letters, marks and spaces")
  String nameUnprintable();

  @Message("Enter your e-mail address")
  String emailMissing();

  @Message("Enter an e-mail address like name@example.org")
  String emailWrong();

  @Message("You cannot join with this address. If it is yours and you joined before, sign in instead")
  String emailTaken();

  @Message("Your password must have at least {limit} characters")
  String passwordTooShort(int limit);

  @Message("Your password must have at most {limit} characters")
  String passwordTooLong(int limit);

  @Message("This password is among the first that people guess; choose another")
  String passwordCommon();

  @Message("This is not your current password")
  String currentPasswordWrong();

  @Message("Choose a language of the list")
  String languageUnknown();

  @Message("Choose a job network of the list")
  String jobNetworkUnknown();

  @Message("More is recorded of what you do than fits here: from a later day, or for several posts at once. It would be lost. Ask an administrator to change your job network.")
  String jobNetworkKept();

  @Message("The address or the password is wrong. Check both and try again")
  String signInRefused();

  @Message("Too many tries. Wait {minutes} min and try again")
  String signInLocked(int minutes);

}

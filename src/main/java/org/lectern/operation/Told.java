package org.lectern.operation;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Pattern;

import org.flywaydb.core.api.FlywayException;

/** What went wrong, in the words that help whoever typed the command: one line, with a reason and without innards. */
final class Told {

  private static final Pattern SEVERITY = Pattern.compile("^(ERROR|FATAL): ");
  /** What H2 puts before a statement. */
  private static final Pattern STATEMENT = Pattern.compile("; SQL statement:$");

  private Told() {}

  static String of(Exception failed) {
    return switch (failed) {
      case SQLException refused -> of(refused);
      case FlywayException wrapped when cause(wrapped).isPresent() -> of(cause(wrapped).get());
      case FileSystemException file -> "%s: %s".formatted(file.getFile(), reason(file));
      default -> message(failed);
    };
  }

  private static Optional<SQLException> cause(Throwable failed) {
    for (var cause = failed.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException found) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  /**
   * The first line is what the database says; what follows is where in its own source it says so, and values of rows. Of a
   * batch that was refused the first line holds values too, and the next one tells why.
   */
  private static String of(SQLException refused) {
    var last = refused;
    while (last.getNextException() != null) {
      last = last.getNextException();
    }
    var line = SEVERITY.matcher(message(last).lines().findFirst().orElse("")).replaceFirst("");
    line = STATEMENT.matcher(line).replaceFirst("");
    return switch (last.getCause()) {
      case UnknownHostException unknown -> line + " There is no host " + unknown.getMessage() + ".";
      case SocketTimeoutException slow -> line + " It does not answer.";
      case null, default -> line;
    };
  }

  private static String reason(FileSystemException failed) {
    return switch (failed) {
      case AccessDeniedException denied -> "access is denied";
      case NoSuchFileException gone -> "it is not there";
      case FileAlreadyExistsException there -> "it is there already";
      case DirectoryNotEmptyException full -> "it is a folder, and not empty";
      default -> Optional.ofNullable(failed.getReason()).orElse(failed.getClass().getSimpleName());
    };
  }

  private static String message(Exception failed) {
    return Optional.ofNullable(failed.getMessage()).orElse(failed.getClass().getSimpleName());
  }

  /** A failure while this file is written, which the system tells without its name. */
  static IOException about(Path file, IOException failed) {
    return failed instanceof FileSystemException
        ? failed
        : new FileSystemException(file.toString(), null, message(failed));
  }
}

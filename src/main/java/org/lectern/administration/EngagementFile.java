package org.lectern.administration;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.lectern.content.Library;
import org.lectern.people.Account;
import org.lectern.people.EngagementChange;
import org.lectern.people.EngagementChange.Field;
import org.lectern.people.PersonFields;
import org.lectern.platform.Text;

/**
 * A file of engagements, as another system or a spreadsheet wrote it: one line for each person, found by e-mail address.
 * Nothing of a file with a mistake is taken; its first hundred mistakes are told, each with its line.
 */
final class EngagementFile {

  static final int MOST_LINES = 10_000;

  private static final int LONGEST = 100;
  private static final int ERRORS = 100;
  private static final String EMAIL = "email";
  private static final String FROM = "validfrom";
  private static final Map<String, Field> FIELDS = Map.of("jobnetwork", Field.JOB_NETWORK, "department",
      Field.DEPARTMENT, "dutystation", Field.DUTY_STATION, "supervisor", Field.SUPERVISOR);

  private final Library library;
  private final List<Mistake> mistakes = new ArrayList<>();
  private final Map<String, Integer> seen = new HashMap<>();

  private EngagementFile(Library library) {
    this.library = library;
  }

  /** One line that can be used, if the address is somebody's. */
  record Line(int number, String email, EngagementChange values, LocalDate from) {}

  /** What is wrong in a line; line 0 is the file as a whole. */
  record Mistake(int line, Text text) {}

  /** What was read. */
  record Reading(List<Line> lines, List<Mistake> mistakes) {
    Reading {
      lines = List.copyOf(lines);
      mistakes = mistakes.size() <= ERRORS ? List.copyOf(mistakes) : firstOf(mistakes);
    }
  }

  private static List<Mistake> firstOf(List<Mistake> mistakes) {
    var more = mistakes.size() - ERRORS;
    var rest = new Mistake(0, Text.of(AdministrationMessages.class, words -> words.moreMistakes(more)));
    return Stream.concat(mistakes.stream().limit(ERRORS), Stream.of(rest)).toList();
  }

  /** Reads a file. Job networks are those in use on the day that each line names. */
  static Reading read(byte[] bytes, Library library) {
    var file = new EngagementFile(library);
    var lines = decode(bytes).map(file::lines).orElseGet(() -> {
      file.wrong(0, AdministrationMessages::fileNotUtf8);
      return List.of();
    });
    return new Reading(lines, file.mistakes);
  }

  private static Optional<String> decode(byte[] bytes) {
    try {
      var text = StandardCharsets.UTF_8.newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
      return text.indexOf('\0') >= 0
          ? Optional.empty()
          : Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException notUtf8) {
      return Optional.empty();
    }
  }

  private List<Line> lines(String text) {
    var first = text.lines().findFirst().orElse("");
    var separator = first.contains(";") ? ';' : first.contains("\t") ? '\t' : ',';
    var format = CSVFormat.RFC4180.builder().setDelimiter(separator).setIgnoreEmptyLines(true).get();
    try (var parser = CSVParser.parse(text, format)) {
      return records(parser);
    } catch (IOException | java.io.UncheckedIOException malformed) {
      wrong(0, AdministrationMessages::fileMalformed);
      return List.of();
    }
  }

  private List<Line> records(CSVParser parser) {
    var lines = new ArrayList<Line>();
    Map<String, Integer> columns = Map.of();
    var begin = 1;
    for (var row : parser) {
      var line = begin;
      begin = (int) parser.getCurrentLineNumber() + 1;
      if (columns.isEmpty()) {
        columns = columns(row);
        if (columns.isEmpty()) {
          return List.of();
        }
      } else if (lines.size() + mistakes.size() >= MOST_LINES) {
        wrong(line, words -> words.fileTooLong(MOST_LINES));
        return List.of();
      } else {
        line(row, line, columns).ifPresent(lines::add);
      }
    }
    if (lines.isEmpty() && mistakes.isEmpty()) {
      wrong(0, AdministrationMessages::fileEmpty);
    }
    return lines;
  }

  private Map<String, Integer> columns(CSVRecord header) {
    var columns = new LinkedHashMap<String, Integer>();
    for (var index = 0; index < header.size(); index++) {
      var name = header.get(index).strip().toLowerCase(Locale.ROOT).replaceAll("[ _-]", "");
      if (!name.equals(EMAIL) && !name.equals(FROM) && !FIELDS.containsKey(name)) {
        var shown = shown(header.get(index));
        wrong(1, words -> words.columnUnknown(shown));
      } else if (columns.put(name, index) != null) {
        var shown = shown(header.get(index));
        wrong(1, words -> words.columnTwice(shown));
      }
    }
    if (!columns.containsKey(EMAIL) || !columns.containsKey(FROM) || columns.size() < 3) {
      wrong(1, AdministrationMessages::columnsMissing);
    }
    return mistakes.isEmpty() ? columns : Map.of();
  }

  private Optional<Line> line(CSVRecord row, int number, Map<String, Integer> columns) {
    var before = mistakes.size();
    if (row.size() != columns.size()) {
      wrong(number, words -> words.cellsWrong(row.size(), columns.size()));
      return Optional.empty();
    }
    var email = Account.key(cell(row, columns, EMAIL));
    if (email.isEmpty() || email.length() > 254 || !PersonFields.isPrintable(email)) {
      wrong(number, AdministrationMessages::cellEmail);
    }
    var twice = seen.putIfAbsent(email, number);
    if (twice != null) {
      wrong(number, words -> words.lineTwice(twice));
    }
    var from = Dates.parse(cell(row, columns, FROM));
    if (from.isEmpty()) {
      wrong(number, AdministrationMessages::dateWrong);
    }
    var values = new EnumMap<Field, String>(Field.class);
    FIELDS.forEach((name, field) -> {
      if (columns.containsKey(name)) {
        values.put(field, value(field, cell(row, columns, name), from, number));
      }
    });
    return mistakes.size() > before
        ? Optional.empty()
        : Optional.of(new Line(number, email, new EngagementChange(values), from.orElseThrow()));
  }

  private static String cell(CSVRecord row, Map<String, Integer> columns, String name) {
    return row.get(java.util.Objects.requireNonNull(columns.get(name))).strip();
  }

  private String value(Field field, String cell, Optional<LocalDate> from, int line) {
    switch (field) {
      case SUPERVISOR -> {
        var said = cell.toLowerCase(Locale.ROOT);
        if (!said.isEmpty() && !said.equals("true") && !said.equals("false")) {
          wrong(line, AdministrationMessages::cellSupervisor);
        }
        return said.isEmpty() ? "false" : said;
      }
      case JOB_NETWORK -> {
        if (!cell.isEmpty() && from.isPresent()
            && library.jobNetworksOn(from.get()).stream().noneMatch(network -> network.code().equals(cell))) {
          var shown = shown(cell);
          wrong(line, words -> words.cellNetwork(shown));
        }
      }
      case DEPARTMENT, DUTY_STATION -> {
        if (!isHarmless(cell)) {
          var shown = shown(cell);
          wrong(line, words -> words.cellHostile(shown, LONGEST));
        }
      }
    }
    return cell;
  }

  /** Whether it can be shown anywhere: no formula for the next spreadsheet, no sign that turns what stands around it. */
  static boolean isHarmless(String cell) {
    return cell.length() <= LONGEST && PersonFields.isPrintable(cell)
        && (cell.isEmpty() || "=+-@＝＋－＠".indexOf(cell.charAt(0)) < 0);
  }

  private static String shown(String cell) {
    var beginning = cell.substring(0, Math.min(40, cell.length()));
    return PersonFields.isPrintable(beginning) ? beginning : "?";
  }

  private void wrong(int line, Function<AdministrationMessages, String> message) {
    mistakes.add(new Mistake(line, Text.of(AdministrationMessages.class, message)));
  }
}

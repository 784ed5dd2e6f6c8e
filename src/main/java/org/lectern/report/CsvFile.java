package org.lectern.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A file of rows that is sent while it is read: never more than some of its rows are in memory. */
final class CsvFile {

  /** Without it, spreadsheets take the file for one in the alphabet of the computer, and spoil names. */
  private static final char UTF_8_FOLLOWS = '\uFEFF';

  private final CSVPrinter printer;

  private CsvFile(CSVPrinter printer) {
    this.printer = printer;
  }

  /** Answers with a file; {@code rows} writes them. */
  static Response answer(String name, List<String> header, Consumer<CsvFile> rows) {
    StreamingOutput output = stream -> write(stream, header, rows);
    return Response.ok(output)
        .type(new MediaType("text", "csv", "UTF-8"))
        .header("Content-Disposition", "attachment; filename=\"" + name + ".csv\"")
        .build();
  }

  private static void write(OutputStream stream, List<String> header, Consumer<CsvFile> rows) throws IOException {
    try (var text = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
        var csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
      text.write(UTF_8_FOLLOWS);
      csv.printRecord(header);
      rows.accept(new CsvFile(csv));
    }
  }

  /** Adds a row. */
  void row(Object... cells) {
    try {
      printer.printRecord(Arrays.stream(cells).map(cell -> harmless(cell.toString())).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Spreadsheets run what begins like a formula; an apostrophe before it makes it text. */
  static String harmless(String value) {
    return !value.isEmpty() && "=+-@\t\r\n＝＋－＠".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
  }
}

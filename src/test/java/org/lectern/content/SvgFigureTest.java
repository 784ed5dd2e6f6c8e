package org.lectern.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SvgFigureTest {
  private static final String AT = "sample-course/media/lantern.svg";

  @TempDir
  Path temp;

  private ContentFolder folder;

  @BeforeEach
  void copy() {
    folder = ContentFolder.copyOfSample(temp);
  }

  private List<String> problems(String svg) {
    folder.write("media/lantern.svg", svg);
    return folder.briefly();
  }

  private String svg() {
    return ((Unit.Page) folder.course().in("en").unit("s1-welcome").orElseThrow()).blocks()
        .stream()
        .filter(Block.Figure.class::isInstance)
        .map(block -> ((Block.Figure) block).svg().orElseThrow())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatCouldDoHarmIsTakenOutAndTold() {
    assertThat(problems(
        """
            <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 10 10" onload="a()">
              <script>alert(1)</script>
              <style>path{}</style>
              <foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>
              <image href="https://evil.example/x.png"/>
              <a href="javascript:alert(1)"><text>link</text></a>
              <use xlink:href="https://evil.example/x.svg#a"/>
              <rect style="fill:red" fill="url(https://evil.example/#a)" class="accent button" onclick="a()" id="r"/>
              <animate attributeName="href" to="javascript:alert(1)"/>
              <use xlink:href="#r" stroke="url( #r )"/>
            </svg>
            """))
        .containsExactly(
            AT + ":1:117 L024 Taken out of the drawing: onload",
            AT + ":2:11 L024 Taken out of the drawing: <script>",
            AT + ":3:10 L024 Taken out of the drawing: <style>",
            AT + ":4:18 L024 Taken out of the drawing: <foreignObject>",
            AT + ":5:45 L024 Taken out of the drawing: <image>",
            AT + ":6:33 L024 Taken out of the drawing: <a>",
            AT + ":7:51 L024 Taken out of the drawing: href",
            AT + ":8:106 L024 Taken out of the drawing: class button",
            AT + ":8:106 L024 Taken out of the drawing: fill=\"url(https://evil.example/#a)\"",
            AT + ":8:106 L024 Taken out of the drawing: onclick",
            AT + ":8:106 L024 Taken out of the drawing: style",
            AT + ":9:59 L024 Taken out of the drawing: <animate>");
    assertThat(svg()).isEqualTo(
        "<svg role=\"img\" aria-label=\"A lantern with a flame in it.\" focusable=\"false\" viewBox=\"0 0 10 10\">"
            + "<use></use><rect class=\"accent\" id=\"s1-welcome-1-r\"></rect>"
            + "<use href=\"#s1-welcome-1-r\" stroke=\"url(#s1-welcome-1-r)\"></use></svg>");
  }

  @Test
  void whatDrawingProgramsLeaveBehindGoesInSilence() {
    assertThat(problems("""
        <?xml version="1.0" encoding="UTF-8"?>
        <!-- drawn by hand -->
        <svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"
             viewBox="0 0 10 10" width="10" height="10" version="1.1" id="svg1" inkscape:version="1.0">
          <title>Old title</title><desc>Old</desc><metadata>m</metadata><inkscape:grid/>
          <text x="1" y="2">A &amp; B <tspan>C</tspan> <tspan>D</tspan></text>
        </svg>
        """)).isEmpty();
    assertThat(svg()).endsWith(
        "viewBox=\"0 0 10 10\"><text x=\"1\" y=\"2\">A &amp; B <tspan>C</tspan> <tspan>D</tspan></text></svg>");
  }

  @Test
  void entitiesAreRefused() {
    assertThat(problems("""
        <!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><text>&x;&b;</text></svg>
        """)).isNotEmpty().allMatch(problem -> problem.contains(" L024 "));
    assertThat(folder.load().broken()).containsExactly("sample-course");
  }

  @Test
  void aViewBoxIsNeeded() {
    assertThat(problems("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"10\" height=\"10\"/>"))
        .containsExactly(AT + ":1:65 L024 The drawing has no usable viewBox.");
    assertThat(problems("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 0 x\"/>"))
        .containsExactly(AT + ":1:60 L024 The drawing has no usable viewBox.");
  }

  @Test
  void whatIsNotADrawingIsToldWithItsPlace() {
    assertThat(problems("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\">\n<g></svg>")).singleElement()
        .asString()
        .startsWith(AT + ":2:")
        .contains("L024 This is not a drawing that can be read: ");
    assertThat(problems("<html/>")).containsExactly(AT + ":1:8 L024 The file holds <html>, not <svg>.");
    assertThat(problems("")).singleElement().asString().contains("L024");
  }

  @Test
  void theDescriptionCannotBreakOutOfItsAttribute() {
    folder.replace("en/01-the-lantern/01-welcome.md", "alt: A lantern with a flame in it.",
        "alt: 'A \"><script>alert(1)</script>'");
    assertThat(svg()).contains("aria-label=\"A &quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;\"")
        .doesNotContain("<script");
  }
}

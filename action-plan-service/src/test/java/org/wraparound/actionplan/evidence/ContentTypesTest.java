package org.wraparound.actionplan.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wraparound.kit.web.ProblemException;

class ContentTypesTest {
  private static final String DOCX =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String ODT = "application/vnd.oasis.opendocument.text";
  private static final String MACROS = "application/vnd.ms-word.document.macroEnabled.main";

  private final ContentTypes types =
      new ContentTypes(
          Set.of("application/pdf", "image/png", "image/jpeg", "text/plain", "text/csv", DOCX));

  @TempDir Path folder;

  private Path file(byte[] content) throws IOException {
    return Files.write(folder.resolve("file"), content);
  }

  static Stream<Arguments> filesThatAreWhatTheyAreSaidToBe() {
    return Stream.of(
        Arguments.of("application/pdf", Samples.PDF),
        Arguments.of("image/png", Samples.PNG),
        Arguments.of("image/jpeg", Samples.JPEG),
        Arguments.of("text/plain", Samples.text("Panels fitted on Tuesday. Größe: 2 m²")),
        Arguments.of("text/csv", Samples.text("day,incidents\n2026-01-31,2\n")),
        Arguments.of(DOCX, Samples.office(DOCX + ".main", true)),
        Arguments.of(DOCX, Samples.office(DOCX + ".main", false)),
        Arguments.of(XLSX, Samples.office(XLSX + ".main", true)),
        Arguments.of(ODT, Samples.openDocument(ODT)));
  }

  @ParameterizedTest
  @MethodSource("filesThatAreWhatTheyAreSaidToBe")
  void theContentShowsTheType(String type, byte[] content) throws IOException {
    Path file = file(content);
    assertThatCode(() -> types.requireFound(type, file)).doesNotThrowAnyException();
  }

  static Stream<Arguments> filesThatAreSomethingElse() {
    return Stream.of(
        Arguments.of("application/pdf", Samples.PNG, "image/png"),
        Arguments.of("image/png", Samples.JPEG, "image/jpeg"),
        Arguments.of("text/plain", Samples.HTML, "text/html"),
        Arguments.of("text/csv", Samples.PDF, "application/pdf"),
        Arguments.of("application/pdf", Samples.text("Panels fitted"), "text/plain"),
        Arguments.of(DOCX, Samples.office(MACROS, true), "macroenabled"),
        Arguments.of(DOCX, Samples.office(XLSX + ".main", true), "spreadsheetml"),
        Arguments.of(DOCX, Samples.zip(new Samples.Entry("a.txt", "a")), "application/zip"),
        Arguments.of(DOCX, Samples.text("PK\3\4 and then nothing"), "application/octet-stream"));
  }

  @ParameterizedTest
  @MethodSource("filesThatAreSomethingElse")
  void aFileThatIsSomethingElseIsRefusedAndToldWhatItIs(String type, byte[] content, String found)
      throws IOException {
    Path file = file(content);
    assertThatThrownBy(() -> types.requireFound(type, file))
        .isInstanceOf(ProblemException.class)
        .satisfies(refusal -> assertThat(refusal.getMessage()).containsIgnoringCase(found));
  }

  @Test
  void theTypeIsTakenWithoutItsParametersAndUnderItsOwnName() {
    assertThat(types.taken("text/plain; charset=UTF-8")).isEqualTo("text/plain");
    assertThat(types.taken("IMAGE/PNG")).isEqualTo("image/png");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "application/json", "application/octet-stream", "nonsense"})
  void otherTypesAreRefusedWithThoseThatAreTaken(String declared) {
    assertThatThrownBy(() -> types.taken(declared))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("application/pdf")
        .hasMessageContaining("text/csv");
  }

  @ParameterizedTest
  @CsvSource({
    "minutes.pdf, application/pdf, minutes.pdf",
    "MINUTES.PDF, application/pdf, MINUTES.PDF",
    "photo.jpeg, image/jpeg, photo.jpeg",
    "minutes.pdf.exe, application/pdf, minutes.pdf.exe.pdf",
    "minutes, application/pdf, minutes.pdf"
  })
  void aFileIsSavedUnderTheEndingOfItsType(String name, String type, String saved) {
    assertThat(types.nameWithEnding(name, type)).isEqualTo(saved);
  }

  @ParameterizedTest
  @CsvSource({
    "minutes 3.pdf, 'filename=\"minutes 3.pdf\"; filename*=UTF-8''''minutes%203.pdf'",
    "'a\"; x=\".pdf', 'filename=\"a__ x__.pdf\"; filename*=UTF-8''''a%22%3B%20x%3D%22.pdf'",
    "Größe*.pdf, 'filename=\"Gr__e_.pdf\"; filename*=UTF-8''''Gr%C3%B6%C3%9Fe%2A.pdf'"
  })
  void noNameBreaksOutOfTheHeader(String name, String header) {
    assertThat(EvidenceFilesResource.attachment(name)).isEqualTo("attachment; " + header);
  }
}

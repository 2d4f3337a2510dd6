package org.wraparound.actionplan.guidance;

import static org.assertj.core.api.Assertions.assertThat;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import io.quarkus.qute.ValueResolvers;
import io.quarkus.qute.Variant;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wraparound.kit.Caller;
import org.wraparound.kit.London;

/** The longest page there can be is one side of A4, whatever is written on it. */
class PagePrintTest {
  private static final Caller MANAGER =
      new Caller("O".repeat(40), "PROVIDER", "manager", Set.of("manager"));

  private final Instant now = Clock.systemUTC().instant();
  private final Template template;
  private final String style;

  PagePrintTest() {
    Engine engine =
        Engine.builder()
            .addDefaults()
            .addValueResolver(ValueResolvers.rawResolver())
            .addValueResolver(new ReflectionValueResolver())
            .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
            .build();
    template = engine.parse(read("page.html"), Variant.forContentType(Variant.TEXT_HTML));
    style = read("page.css");
  }

  private static String read(String file) {
    try (InputStream in = PagePrintTest.class.getResourceAsStream("/templates/guidance/" + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private Guidance guidance(ShiftPage page) {
    return new Guidance(
        UUID.randomUUID(),
        UUID.randomUUID(),
        SettingKind.HEALTH_APPOINTMENT,
        IntStream.range(0, 4).mapToObj(i -> "W".repeat(39) + i).collect(Collectors.toSet()),
        page,
        "GDN-26-000001",
        MANAGER,
        now);
  }

  /** Every line marked as new, and a warning that it is withdrawn: nothing can be longer. */
  private String html(ShiftPage page) {
    Guidance before = guidance(Pages.dan());
    before.publish(null, 1, London.dayOf(now), MANAGER, now);
    Guidance guidance = guidance(page);
    guidance.publish(before, 1, London.dayOf(now), MANAGER, now);
    guidance.supersede(now);
    PrintedPage printed = PrintedPage.of(guidance, before, "Health appointment", "PLN-26-000001");
    return template.data("page", printed).data("style", style).render().strip();
  }

  @ParameterizedTest
  @CsvSource({
    "'@', 75",
    "'W', 75",
    "'W', 60",
    "'W', 40",
    "'W', 20",
    "'GIVE HIM SPACE ', 75",
    "'GIVE HIM SPACE ', 55",
    "'GIVE HIM SPACE ', 30",
    "'Give him space and wait ', 75",
    "'Give him space and wait ', 62",
    "'Give him space and wait ', 45",
    "'Give him space and wait ', 35",
    "'Give him space and wait ', 20",
    "'Wait ', 8"
  })
  void aFullPageIsOneSideOfA4(String text, int length) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(pdf(html(Pages.full(text, length))))) {
      assertThat(pdf.getNumberOfPages()).isEqualTo(1);
    }
  }

  private static byte[] pdf(String html) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.withHtmlContent(html, null);
    builder.toStream(out);
    builder.run();
    return out.toByteArray();
  }
}

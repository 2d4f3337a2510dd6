package org.wraparound.actionplan.guidance;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.wraparound.kit.web.Violation;

/**
 * What one page of shift guidance says. The numbers and lengths of its lines are limited so that
 * the longest page there can be is one side of A4; see PagePrintTest.
 */
@Schema(name = "ShiftPage")
public record ShiftPage(
    @Schema(description = "What the person is called on shift, as the heading of the page.")
        @NotBlank(message = "say what the person is called on shift")
        @Size(max = 30, message = "use at most 30 characters")
        String knownAs,
    @Schema(description = "What can be seen or heard before it builds up.")
        @Size(max = 6, message = "give at most 6 lines, the most telling ones")
        List<@NotBlank(message = BLANK) @Size(max = LINE, message = TOO_LONG) String> earlySigns,
    @Schema(description = "What is done on every shift, step by step.")
        @Size(max = 6, message = "give at most 6 lines, in the order they are done")
        List<@NotBlank(message = BLANK) @Size(max = LINE, message = TOO_LONG) String>
            proactiveSteps,
    @Schema(description = "What to do when it builds up.")
        @Size(max = 5, message = "give at most 5 lines")
        List<@NotBlank(message = BLANK) @Size(max = LINE, message = TOO_LONG) String>
            deEscalationDo,
    @Schema(description = "What not to do when it builds up.")
        @Size(max = 5, message = "give at most 5 lines")
        List<@NotBlank(message = BLANK) @Size(max = LINE, message = TOO_LONG) String>
            deEscalationDoNot,
    @Schema(description = "What helps afterwards.") @Size(max = 4, message = "give at most 4 lines")
        List<@NotBlank(message = BLANK) @Size(max = LINE, message = TOO_LONG) String> recovery,
    @Schema(description = "When it is no longer the shift's to decide.")
        @Size(max = 4, message = "give at most 4 lines")
        List<@NotNull(message = BLANK) @Valid Call> whenToCall,
    @Schema(description = "What is to be written down on every shift.")
        @Size(max = 4, message = "give at most 4 lines")
        List<@NotBlank(message = BLANK) @Size(max = LINE, message = TOO_LONG) String> toRecord,
    @Schema(
            description =
                "What staff explain in their own words when they acknowledge it; not printed.")
        @Size(max = 5, message = "ask at most 5 questions")
        List<
                @NotBlank(message = "write a question or leave it out")
                @Size(max = 200, message = "use at most 200 characters") String>
            questions,
    @Schema(description = "The specialist advice that it puts into practice.")
        @Size(max = 2, message = "name at most 2, the ones in force")
        List<@NotNull(message = BLANK) @Valid Advice> advice) {

  private static final int LINE = 75;
  private static final String BLANK = "write a line or leave it out";
  private static final String TOO_LONG =
      "use at most 75 characters: one thing to see or do on each line";

  /** Missing lists are empty ones. */
  public ShiftPage {
    earlySigns = listOf(earlySigns);
    proactiveSteps = listOf(proactiveSteps);
    deEscalationDo = listOf(deEscalationDo);
    deEscalationDoNot = listOf(deEscalationDoNot);
    recovery = listOf(recovery);
    whenToCall = listOf(whenToCall);
    toRecord = listOf(toRecord);
    questions = listOf(questions);
    advice = listOf(advice);
  }

  /**
   * When to call for help.
   *
   * @param when what is seen
   * @param whom whom to call, and how
   */
  @Schema(name = "ShiftPageCall")
  public record Call(
      @NotBlank(message = "say when to call") @Size(max = 50, message = "use at most 50 characters")
          String when,
      @NotBlank(message = "say whom to call, and on which number")
          @Size(max = 55, message = "use at most 55 characters")
          String whom) {
    String words() {
      return when + ": " + whom;
    }
  }

  /**
   * Advice from a specialist.
   *
   * @param agency code of the agency that gave it
   * @param reference how to find the whole of it
   */
  @Schema(name = "SpecialistAdvice")
  public record Advice(
      @NotNull(message = "say which agency gave it")
          @Pattern(regexp = ReaderNamed.AGENCY, message = ReaderNamed.AGENCY_FORM)
          String agency,
      @NotBlank(message = "say how to find the whole of it")
          @Size(max = 60, message = "use at most 60 characters")
          String reference) {}

  /**
   * A line of the page.
   *
   * @param mark printed beside it, such as {@code P1}
   */
  record Line(String mark, Section section, String text) {}

  /**
   * What is different in a part of the page.
   *
   * @param added lines that were not there before
   * @param removed lines that are gone
   */
  @Schema(name = "GuidanceChange")
  public record Change(Section section, List<String> added, List<String> removed) {}

  /** All its lines, part by part. */
  List<Line> lines() {
    return Arrays.stream(Section.values()).flatMap(this::lines).toList();
  }

  private Stream<Line> lines(Section section) {
    List<String> texts = section.lines(this);
    return IntStream.range(0, texts.size())
        .mapToObj(i -> new Line(section.mark(i), section, texts.get(i)));
  }

  /** The parts that are different from an earlier page; the order of lines does not count. */
  List<Change> changesSince(ShiftPage before) {
    return Arrays.stream(Section.values())
        .map(
            section ->
                new Change(
                    section,
                    without(section.lines(this), section.lines(before)),
                    without(section.lines(before), section.lines(this))))
        .filter(change -> !change.added().isEmpty() || !change.removed().isEmpty())
        .toList();
  }

  /** What it lacks to be worked by: no part of it may be empty. */
  List<Violation> missing() {
    List<Violation> missing = new ArrayList<>();
    for (Section section : Section.values()) {
      if (section.lines(this).isEmpty()) {
        missing.add(
            new Violation("page." + section.field(), "is empty: write at least one line in it"));
      }
    }
    if (questions.isEmpty()) {
      missing.add(
          new Violation("page.questions", "ask at least one, for staff to explain it back"));
    }
    return missing;
  }

  private static List<String> without(List<String> lines, List<String> known) {
    return lines.stream().filter(line -> !known.contains(line)).toList();
  }

  private static <T> List<T> listOf(List<T> lines) {
    return lines == null ? List.of() : lines;
  }
}

package org.wraparound.kit.sample;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Says how it has read a parameter of every type. */
@Path("/v1/questions")
class QuestionsResource {
  enum Shade {
    LIGHT("01"),
    DARK("02");

    private final String code;

    Shade(String code) {
      this.code = code;
    }

    @Override
    public String toString() {
      return code;
    }
  }

  static class Question {
    @QueryParam("id")
    UUID id;

    @QueryParam("at")
    Instant at;

    @QueryParam("on")
    LocalDate on;

    @QueryParam("open")
    Boolean open;

    @QueryParam("count")
    Integer count;

    @QueryParam("most")
    @DefaultValue("7")
    int most;

    @QueryParam("word")
    String word;

    @QueryParam("words")
    List<String> words;

    @QueryParam("shade")
    Shade shade;
  }

  record Answer(
      UUID id,
      Instant at,
      LocalDate on,
      Boolean open,
      Integer count,
      int most,
      String word,
      List<String> words,
      Shade shade,
      Instant asOf,
      LocalDate day,
      String code) {}

  @GET
  @RolesAllowed("practitioner")
  public Answer answer(
      @BeanParam Question question,
      @QueryParam("asOf") Instant asOf,
      @QueryParam("day") LocalDate day,
      @QueryParam("code") @Pattern(regexp = "[a-z]*", message = "is no code") String code) {
    return new Answer(
        question.id,
        question.at,
        question.on,
        question.open,
        question.count,
        question.most,
        question.word,
        question.words,
        question.shade,
        asOf,
        day,
        code);
  }
}

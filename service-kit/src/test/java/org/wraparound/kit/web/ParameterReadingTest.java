package org.wraparound.kit.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wraparound.kit.testing.StackResource;
import org.wraparound.kit.testing.Tokens;

@QuarkusTest
@WithTestResource(StackResource.class)
class ParameterReadingTest {
  private static ValidatableResponse ask(String query) {
    return given()
        .auth()
        .oauth2(Tokens.oakfield("practitioner"))
        .urlEncodingEnabled(false)
        .get("/v1/questions?" + query)
        .then();
  }

  @Test
  void everyTypeIsRead() {
    ask("id=01a1ffed-7f35-7a5f-975b-c9834fc72d56&at=9999-12-31T23:59:59.999999Z&on=0001-01-01"
            + "&open=false&count=-3&most=9&word=c&words=a&words=b&shade=02"
            + "&asOf=0001-01-01T00:00:00Z&day=9999-12-31&code=a")
        .statusCode(200)
        .body("id", equalTo("01a1ffed-7f35-7a5f-975b-c9834fc72d56"))
        .body("at", equalTo("9999-12-31T23:59:59.999999Z"))
        .body("on", equalTo("0001-01-01"))
        .body("open", equalTo(false))
        .body("count", equalTo(-3))
        .body("most", equalTo(9))
        .body("word", equalTo("c"))
        .body("words", contains("a", "b"))
        .body("shade", equalTo("DARK"))
        .body("asOf", equalTo("0001-01-01T00:00:00Z"))
        .body("day", equalTo("9999-12-31"))
        .body("code", equalTo("a"));
    ask("day=").statusCode(200).body("day", nullValue()).body("most", equalTo(7));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id|7|a UUID",
        "at|today|a time such as 2026-01-31T13:45:00Z",
        "on|2026-02-30|a date such as 2026-01-31",
        "open|TRUE|true or false",
        "count|1.5|a whole number",
        "most|many|a whole number",
        "word|a%00b|a text without the character U+0000",
        "words|a%00b|a text without the character U+0000",
        "shade|DARK|one of 01, 02",
        "asOf|2026-01-31|a time such as 2026-01-31T13:45:00Z",
        "day|yesterday|a date such as 2026-01-31"
      })
  void whatCannotBeReadIsNamed(String parameter, String value, String expected) {
    ask(parameter + "=" + value)
        .statusCode(400)
        .contentType(Problem.MEDIA_TYPE)
        .body("type", equalTo("urn:wraparound:problem:malformed"))
        .body("detail", equalTo("The parameter " + parameter + " must be " + expected + "."))
        .body("violations.field", contains(parameter))
        .body("violations.message", contains("must be " + expected));
  }

  @ParameterizedTest
  @CsvSource({
    "at, -100000-01-01T00:00:00Z",
    "at, 0000-12-31T23:59:59.999999Z",
    "at, %2B10000-01-01T00:00:00Z",
    "on, 0000-12-31",
    "on, %2B10000-01-01",
    "asOf, %2B1000000000-12-31T23:59:59Z",
    "day, -999999999-01-01"
  })
  void whatCanBeReadAndNotKeptIsNamed(String parameter, String value) {
    ask(parameter + "=" + value)
        .statusCode(422)
        .body("violations.field", contains(parameter))
        .body("violations.message", contains("must be in the years 1 to 9999"));
  }

  @Test
  void aPatternOfItsOwnSaysWhatIsWrongWithAText() {
    ask("code=a%00b").statusCode(422).body("violations.message", contains("is no code"));
  }
}

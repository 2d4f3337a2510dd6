package org.wraparound.actionplan.actions;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells a title that says what will be done from one that nobody could check. */
@ApplicationScoped
class VagueWords {
  private static final String FILE = "wording/vague-words.txt";
  static final int SHORTEST_TITLE = 15;

  private final Set<String> words = read();

  /** Whether the title is too short, or nothing but words of the list. */
  boolean isVague(String title) {
    return title.strip().length() < SHORTEST_TITLE
        || Arrays.stream(title.toLowerCase(Locale.UK).split("[^\\p{L}\\p{N}]+"))
            .allMatch(word -> word.isEmpty() || words.contains(word));
  }

  private static Set<String> read() {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                Thread.currentThread().getContextClassLoader().getResourceAsStream(FILE),
                StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(FILE, e);
    }
  }
}

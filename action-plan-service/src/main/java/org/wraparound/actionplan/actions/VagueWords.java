package org.wraparound.actionplan.actions;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells a title that says what will be done from one that nobody could check. */
@ApplicationScoped
class VagueWords {
  static final int SHORTEST_TITLE = 15;

  private final Set<String> words = read("wording/vague-words.txt");
  private final Set<String> purposes = read("wording/purpose-words.txt");
  private final List<List<String>> openings =
      read("wording/contact-openings.txt").stream().map(VagueWords::wordsOf).toList();

  /**
   * Whether the title is too short, nothing but words of the list, or says no more than whom
   * someone will be in touch with.
   */
  boolean isVague(String title) {
    List<String> said = wordsOf(title);
    return title.strip().length() < SHORTEST_TITLE || saysNothing(said) || isOnlyContact(said);
  }

  private boolean saysNothing(List<String> said) {
    return words.containsAll(said);
  }

  private boolean isOnlyContact(List<String> said) {
    return openings.stream()
        .filter(opening -> opening.equals(said.subList(0, Math.min(opening.size(), said.size()))))
        .anyMatch(opening -> saysNothing(purposeIn(said.subList(opening.size(), said.size()))));
  }

  /** What follows the first word of purpose; nothing where there is none. */
  private List<String> purposeIn(List<String> said) {
    return said.stream().dropWhile(word -> !purposes.contains(word)).skip(1).toList();
  }

  private static List<String> wordsOf(String text) {
    return Arrays.stream(text.toLowerCase(Locale.UK).split("[^\\p{L}\\p{N}]+"))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static Set<String> read(String file) {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                Thread.currentThread().getContextClassLoader().getResourceAsStream(file),
                StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }
}

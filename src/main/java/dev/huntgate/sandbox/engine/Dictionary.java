package dev.huntgate.sandbox.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The different texts of a batch of rows, with a number for each. */
final class Dictionary {

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> words = new ArrayList<>();

  /** The number of a text, from 1 on. */
  int number(String word) {
    Integer known = numbers.get(word);
    if (known != null) {
      return known;
    }
    words.add(word);
    numbers.put(word, words.size());
    return words.size();
  }

  /** The texts in the order of their numbers. */
  List<String> words() {
    return words;
  }
}

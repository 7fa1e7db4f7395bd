package dev.huntgate.kql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameUsesTest {

  @Test
  void tellsApart_whatIsReadGivenAndCalled() {
    NameUses uses =
        NameUses.in(
            "let f = (x:long) { x };\nT | extend a = b-c, d = e.g // h\n| where i in (j) and k('l')");

    assertEquals(Set.of("f", "x", "a", "d"), uses.given());
    assertEquals(Set.of("k"), uses.called());
    assertEquals(Set.of("long", "x", "T", "b", "c", "e", "i", "j"), uses.read());
  }

  @Test
  void readsBrokenQueries_asFarAsTheyGo() {
    assertTrue(NameUses.in("T | where ((a == ").read().contains("a"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"lookBack", "a1", "devices"})
  void isPlain_whenAWordCanOnlyBeAName(String word) {
    assertTrue(KqlNames.isPlain(word));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"where", "count", "in", "true", "a-b", "a b", "1a", "", "a;", "'a'", "5d"})
  void isNotPlain_whenItMayBeSomethingElse(String word) {
    assertFalse(KqlNames.isPlain(word));
  }
}

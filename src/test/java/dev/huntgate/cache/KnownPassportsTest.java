package dev.huntgate.cache;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.huntgate.access.Passport;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KnownPassportsTest {

  private static final Passport PASSPORT = new Passport(List.of(), Instant.MAX);

  private final AtomicLong nanos = new AtomicLong();
  private final KnownPassports passports = new KnownPassports(nanos::get);

  @Test
  void knowsATokenAgain_andNoOther() {
    passports.keep("a.b.c", PASSPORT);
    assertSame(PASSPORT, passports.find("a.b.c"));
    assertNull(passports.find("a.b.C"));
  }

  @Test
  void checksATokenAgain_afterAWhile() {
    passports.keep("a.b.c", PASSPORT);
    nanos.addAndGet(KnownPassports.KEPT.toNanos() - 1);
    assertNotNull(passports.find("a.b.c"));
    nanos.addAndGet(1);
    assertNull(passports.find("a.b.c"));
  }

  @Test
  void isBounded() {
    IntStream.range(0, 30_000).forEach(number -> passports.keep("token " + number, PASSPORT));
    long kept =
        IntStream.range(0, 30_000)
            .filter(number -> passports.find("token " + number) != null)
            .count();
    assertTrue(kept <= 10_000, "kept " + kept);
  }
}

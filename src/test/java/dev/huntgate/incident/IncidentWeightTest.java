package dev.huntgate.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IncidentWeightTest {

  private static final List<Class<?>> EVIDENCE = List.of(Evidence.class.getPermittedSubclasses());

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 40);
  }

  static Stream<Class<?>> evidence() {
    return EVIDENCE.stream();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void weighsWhatACountThroughAllComponentsDoes(long seed) throws Exception {
    Incident incident = (Incident) new Maker(new Random(seed), EVIDENCE).make(Incident.class, null);

    assertEquals(naive(incident), IncidentWeight.of(List.of(incident)));
  }

  @ParameterizedTest
  @MethodSource("evidence")
  void weighsEachKindOfEvidence(Class<?> kind) throws Exception {
    Maker maker = new Maker(new Random(1), List.of(kind));
    List<Incident> incidents = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      incidents.add((Incident) maker.make(Incident.class, null));
    }

    long sum = 0;
    for (Incident incident : incidents) {
      sum += naive(incident);
    }

    assertTrue(sum > 0);
    assertEquals(sum, IncidentWeight.of(incidents));
  }

  /** The same sizes, by reflection over whatever components there are. */
  private static long naive(Object value) throws ReflectiveOperationException {
    if (value == null || value instanceof Enum<?> || value.equals(Finding.NONE)) {
      return 0;
    }
    if (value instanceof String text) {
      return 40 + text.length() * (text.chars().anyMatch(c -> c > 255) ? 2L : 1L);
    }
    if (value instanceof Number || value instanceof Instant) {
      return 24;
    }
    if (value instanceof URI address) {
      return 80 + 2 * naive(address.toString());
    }
    long bytes = 0;
    if (value instanceof Map<?, ?> map) {
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        bytes += 40 + naive(entry.getKey()) + naive(entry.getValue());
      }
      return map.isEmpty() ? 0 : 64 + bytes;
    }
    if (value instanceof Collection<?> collection) {
      for (Object element : collection) {
        bytes += 4 + naive(element);
      }
      return collection.isEmpty() ? 0 : 40 + bytes;
    }
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      bytes += 4 + naive(component.getAccessor().invoke(value));
    }
    return 16 + bytes;
  }

  /** Makes records with whatever may be in them, nulls where they may be. */
  private record Maker(Random random, List<Class<?>> evidence) {

    Object make(Class<?> type, Type generic) throws ReflectiveOperationException {
      if (type == String.class) {
        return text();
      } else if (type == Instant.class) {
        return Instant.ofEpochSecond(random.nextInt());
      } else if (type == Long.class) {
        return random.nextLong();
      } else if (type == Integer.class) {
        return random.nextInt();
      } else if (type == URI.class) {
        return URI.create("https://portal.example/" + random.nextInt(1000));
      } else if (type == Map.class) {
        return random.nextBoolean()
            ? Map.of()
            : Map.of("key", List.of(text(), 4), text(), Map.of("deep", 1.5));
      } else if (type == List.class) {
        Class<?> of = (Class<?>) ((ParameterizedType) generic).getActualTypeArguments()[0];
        List<Object> made = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          made.add(make(of, of));
        }
        return made;
      } else if (type == Finding.class && random.nextInt(3) == 0) {
        return Finding.NONE;
      } else if (type == Evidence.class) {
        return make(evidence.get(random.nextInt(evidence.size())), null);
      }
      return type.isEnum() ? type.getEnumConstants()[0] : record(type);
    }

    private Object record(Class<?> type) throws ReflectiveOperationException {
      RecordComponent[] components = type.getRecordComponents();
      Object[] values = new Object[components.length];
      for (int i = 0; i < values.length; i++) {
        boolean nullable =
            Arrays.stream(components[i].getAnnotatedType().getAnnotations())
                .anyMatch(org.jspecify.annotations.Nullable.class::isInstance);
        if (!nullable || random.nextInt(3) > 0) {
          values[i] = make(components[i].getType(), components[i].getGenericType());
        }
      }
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      var constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    }

    private String text() {
      return IntStream.range(0, random.nextInt(30))
          .mapToObj(i -> random.nextInt(40) == 0 ? "\u017e" : "a")
          .reduce("", String::concat);
    }
  }
}

package dev.huntgate.sandbox.engine;

import dev.huntgate.kql.KqlType;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** The functions on values that the sandbox knows, by their names. */
final class ScalarFunctions {

  static final int MANY = 64;

  private static final Map<String, ScalarFunction> ALL = new TreeMap<>();

  static {
    ScalarFunctions all = new ScalarFunctions();
    ChoiceFunctions.register(all);
    NumberFunctions.register(all);
    TextFunctions.register(all);
    TimeFunctions.register(all);
    DynamicFunctions.register(all);
  }

  private ScalarFunctions() {}

  static Optional<ScalarFunction> find(String name) {
    return Optional.ofNullable(ALL.get(name));
  }

  static Collection<ScalarFunction> all() {
    return Collections.unmodifiableCollection(ALL.values());
  }

  void add(String name, int least, int most, Function<List<SqlValue>, SqlValue> body) {
    add(new ScalarFunction(name, least, most, (arguments, now) -> body.apply(arguments)));
  }

  /** Adds a function of one value that is plain SQL over that value brought to a type. */
  void add(String name, KqlType from, KqlType to, String sql) {
    add(
        name,
        1,
        1,
        a -> {
          requireLike(name, from, a.get(0));
          return SqlValue.of(to, sql, Conversions.to(from, a.get(0)));
        });
  }

  /** Refuses what KQL does not turn into text, a time or a dynamic by itself. */
  private static void requireLike(String name, KqlType wanted, SqlValue given) {
    boolean strict =
        wanted == KqlType.DATETIME
            || wanted == KqlType.DYNAMIC
            || List.of("strlen", "tolower", "toupper").contains(name);
    if (strict && given.type() != wanted && given.type() != KqlType.DYNAMIC) {
      throw Rejections.types(name, given);
    }
  }

  void add(ScalarFunction function) {
    ALL.put(function.name(), function);
  }
}

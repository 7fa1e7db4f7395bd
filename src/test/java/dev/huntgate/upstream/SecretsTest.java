package dev.huntgate.upstream;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Constructor;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is printed of what holds a secret. */
class SecretsTest {

  private static final String SECRET = "s3cret-of-the-client";

  static Class<?>[] kinds() {
    return Credentials.class.getPermittedSubclasses();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void printsNoSecret_ofAnyKindOfCredentials(Class<?> kind) throws ReflectiveOperationException {
    Constructor<?> constructor = kind.getDeclaredConstructors()[0];
    Object[] components =
        Arrays.stream(constructor.getParameterTypes())
            .map(type -> type == Path.class ? Path.of("/run/where-it-is") : (Object) SECRET)
            .toArray();

    String printed = constructor.newInstance(components).toString();

    assertFalse(printed.contains(SECRET), printed);
  }

  @Test
  void printsNoSecret_ofAConnection() {
    String printed = Settings.connection(Map.of("CLIENT_SECRET", SECRET)).toString();

    assertFalse(printed.contains(SECRET), printed);
    assertTrue(printed.contains("client-1"), printed);
  }
}

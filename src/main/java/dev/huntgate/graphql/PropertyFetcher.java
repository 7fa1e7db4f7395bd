package dev.huntgate.graphql;

import dev.huntgate.graphql.view.RowConnectionView;
import graphql.TrivialDataFetcher;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import io.smallrye.graphql.execution.context.SmallRyeContextManager;
import jakarta.json.JsonValue;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a component of a record that goes out as it is. SmallRye's own fetcher, which it stands
 * for, writes the whole selection under each field anew as JSON, in case somebody asks for it: a
 * seventh of what a page of incidents with their alerts took of the processor. That one is left
 * what has another form in Java than in GraphQL, save for times: those go out as their text.
 */
final class PropertyFetcher implements TrivialDataFetcher<Object> {

  private static final String VIEWS = RowConnectionView.class.getPackageName();
  private static final Set<Class<?>> ALIKE =
      Set.of(String.class, boolean.class, Boolean.class, int.class, Integer.class, JsonValue.class);

  private final String name;
  private final DataFetcher<?> smallRyes;
  private volatile @Nullable Accessor known;

  /* How a class's component is read; null where it is left to SmallRye's fetcher. */
  private record Accessor(Class<?> of, @Nullable Method method) {}

  PropertyFetcher(String name, DataFetcher<?> smallRyes) {
    this.name = name;
    this.smallRyes = smallRyes;
  }

  @Override
  public @Nullable Object get(DataFetchingEnvironment environment) throws Exception {
    Object source = environment.getSource();
    if (source == null || accessor(source.getClass()) == null) {
      return smallRyes.get(environment);
    }
    try {
      return read(source);
    } finally {
      SmallRyeContextManager.clearCurrentSmallRyeContext();
    }
  }

  /**
   * The component of a record, in the form in which it goes out.
   *
   * @throws ReflectiveOperationException when reading it failed, or SmallRye's fetcher has to
   */
  @Nullable Object read(Object source) throws ReflectiveOperationException {
    Method method = accessor(source.getClass());
    if (method == null) {
      throw new NoSuchMethodException(source.getClass() + " has no plain component " + name);
    }
    Object value = method.invoke(source);
    return value instanceof Instant time ? time.toString() : value;
  }

  private @Nullable Method accessor(Class<?> type) {
    Accessor accessor = known;
    if (accessor == null || accessor.of() != type) {
      accessor = new Accessor(type, find(type));
      known = accessor;
    }
    return accessor.method();
  }

  private @Nullable Method find(Class<?> of) {
    if (!Record.class.isAssignableFrom(of)) {
      return null;
    }
    try {
      Method component = of.getMethod(name);
      Type type = component.getGenericReturnType();
      return type == Instant.class || isAlike(type) ? component : null;
    } catch (NoSuchMethodException otherwiseNamed) {
      return null;
    }
  }

  /* Whether it is the same in Java and in GraphQL. */
  private static boolean isAlike(Type type) {
    if (type instanceof ParameterizedType list) {
      return list.getRawType() == List.class && isAlike(list.getActualTypeArguments()[0]);
    }
    return type instanceof Class<?> plain
        && (ALIKE.contains(plain) || plain.isEnum() || plain.getPackageName().equals(VIEWS));
  }
}

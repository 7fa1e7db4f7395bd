package dev.huntgate.tracing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of every span what stands behind the question mark of an address: queries of callers,
 * tickets for files, filters sent upstream. Ids of results, which are secrets too, go with it.
 */
@Singleton
public final class SecretAddresses implements SpanProcessor {

  private static final List<AttributeKey<String>> ADDRESSES =
      List.of(
          AttributeKey.stringKey("url.full"),
          AttributeKey.stringKey("http.url"),
          AttributeKey.stringKey("http.target"),
          AttributeKey.stringKey("url.path"));
  private static final Pattern PARAMETERS = Pattern.compile("\\?.*");
  private static final Pattern FILE = Pattern.compile("/hunts/[^/]+");
  private static final AttributeKey<String> QUERY = AttributeKey.stringKey("url.query");

  @Override
  public void onStart(Context parent, ReadWriteSpan span) {
    if (span.getAttribute(QUERY) != null) {
      span.setAttribute(QUERY, "");
    }
    for (AttributeKey<String> key : ADDRESSES) {
      String address = span.getAttribute(key);
      String told = told(address);
      if (told != null && !told.equals(address)) {
        span.setAttribute(key, told);
      }
    }
  }

  static @Nullable String told(@Nullable String address) {
    return address == null
        ? null
        : FILE.matcher(PARAMETERS.matcher(address).replaceFirst("")).replaceFirst("/hunts/{file}");
  }

  @Override
  public boolean isStartRequired() {
    return true;
  }

  @Override
  public void onEnd(ReadableSpan span) {}

  @Override
  public boolean isEndRequired() {
    return false;
  }
}

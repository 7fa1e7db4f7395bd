package dev.huntgate.upstream;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.async.ByteArrayFeeder;
import dev.huntgate.hunting.HuntAnswer;
import dev.huntgate.result.JsonLine;
import java.io.IOException;

/**
 * Reads either family's answer to a hunt as it streams in, without a tree of the whole.
 *
 * <p>The parser gives events; each goes to the part of the body it belongs to. A part that is small
 * (the schema, the statistics) is captured as text and read when it is whole.
 */
final class HuntingBody implements BodyReader<HuntAnswer> {

  private static final int MAX_DEPTH = 200;
  private static final int MAX_VALUE_CHARS = 64 * 1024 * 1024;
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxStringLength(MAX_VALUE_CHARS)
                  .build())
          .build();

  private enum Part {
    BEGINNING,
    ROOT,
    RESULTS,
    ROW,
    END
  }

  private final JsonParser parser;
  private final ByteArrayFeeder input;
  private final RowCollector rows = new RowCollector(JSON);
  private final HuntingStatistics statistics = new HuntingStatistics();
  private Part part = Part.BEGINNING;
  private String field = "";
  private final JsonLine captured = new JsonLine(name -> false);
  private boolean capturing;

  HuntingBody() throws IOException {
    this.parser = JSON.createNonBlockingByteArrayParser();
    this.input = (ByteArrayFeeder) parser.getNonBlockingInputFeeder();
  }

  @Override
  public void feed(byte[] piece) throws IOException {
    input.feedInput(piece, 0, piece.length);
    drain();
  }

  @Override
  public HuntAnswer finish() throws IOException {
    input.endOfInput();
    drain();
    if (part != Part.END) {
      throw new UnreadableAnswerException("The body ends too early");
    }
    return new HuntAnswer(rows.build(), statistics.runningTime());
  }

  private void drain() throws IOException {
    JsonToken token = parser.nextToken();
    while (token != null && token != JsonToken.NOT_AVAILABLE) {
      accept(token);
      token = parser.nextToken();
    }
  }

  private void accept(JsonToken token) throws IOException {
    if (capturing) {
      captured.add(parser);
      if (captured.isWhole()) {
        capturing = false;
        endCapture();
      }
      return;
    }
    switch (part) {
      case ROW -> {
        if (rows.add(parser)) {
          part = Part.RESULTS;
        }
      }
      case BEGINNING -> begin(token);
      case ROOT -> inRoot(token);
      case RESULTS -> inResults(token);
      case END -> throw new UnreadableAnswerException("Something follows the body");
    }
  }

  private void begin(JsonToken token) throws IOException {
    if (token != JsonToken.START_OBJECT) {
      throw new UnreadableAnswerException("The body is not a JSON object");
    }
    part = Part.ROOT;
  }

  private void inRoot(JsonToken token) throws IOException {
    if (token == JsonToken.END_OBJECT) {
      part = Part.END;
    } else if (token == JsonToken.FIELD_NAME) {
      field = parser.currentName();
    } else if (token == JsonToken.START_ARRAY && field.equalsIgnoreCase("results")) {
      part = Part.RESULTS;
    } else if (token.isStructStart()) {
      capture();
    }
  }

  private void inResults(JsonToken token) throws IOException {
    if (token == JsonToken.END_ARRAY) {
      part = Part.ROOT;
    } else if (token != JsonToken.START_OBJECT) {
      throw new UnreadableAnswerException("A row is not a JSON object");
    } else if (rows.hasSchema()) {
      part = Part.ROW;
    } else {
      capture();
    }
  }

  private void capture() throws IOException {
    captured.clear();
    captured.add(parser);
    capturing = true;
  }

  private void endCapture() throws IOException {
    if (part == Part.RESULTS) {
      rows.early(captured.json());
    } else if (field.equalsIgnoreCase("schema")) {
      rows.schema(captured.json().toByteArray());
    } else if (field.equalsIgnoreCase("stats")) {
      statistics.read(captured.json().toString());
    }
  }
}

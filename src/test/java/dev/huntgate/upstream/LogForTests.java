package dev.huntgate.upstream;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;

/** What one class logs from now on, until it is closed. */
final class LogForTests implements AutoCloseable {

  private final List<String> messages = new CopyOnWriteArrayList<>();
  private final Handler handler =
      new ExtHandler() {
        @Override
        protected void doPublish(ExtLogRecord entry) {
          Throwable thrown = entry.getThrown();
          messages.add(entry.getFormattedMessage() + (thrown == null ? "" : " " + thrown));
        }
      };
  private final Logger logger;

  private LogForTests(Logger logger) {
    this.logger = logger;
    logger.addHandler(handler);
  }

  static LogForTests of(Class<?> type) {
    return new LogForTests(Logger.getLogger(type.getName()));
  }

  List<String> messages() {
    return messages;
  }

  @Override
  public void close() {
    logger.removeHandler(handler);
  }
}

package dev.huntgate.hunting.saved;

/**
 * A file that a saved hunt is to be read from.
 *
 * @param name its name, without a folder
 */
@SuppressWarnings("ArrayRecordComponent") // read once, and never compared
record HuntFile(String name, byte[] bytes) {

  /** The longest file, in bytes: twice the longest query. */
  static final int MAX_BYTES = 128 * 1024;
}

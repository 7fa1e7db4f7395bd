package dev.huntgate.sandbox.company;

import org.jspecify.annotations.Nullable;

/** Writes a loaded library as a row of DeviceImageLoadEvents. */
record ImageLoadRows(RowShape shape) {

  @Nullable Object[] row(ImageLoad load) {
    return ActorColumns.file(ActorColumns.start(shape, load, "ImageLoaded"), load.image()).cells();
  }
}

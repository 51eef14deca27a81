/** Hand gestures as muscles' electric signals: readers, windows, features, and the splits that the field uses. */
package io.larmor.datasets.gesture;

/**
 * One domain wall in a magnetic strip, by its position and the angle of its magnetization: the law ({@link
 * io.larmor.physics.wall.Wall}), its closed forms, and many walls in motion at once ({@link
 * io.larmor.physics.wall.WallBatch}).
 */
package io.larmor.physics.wall;

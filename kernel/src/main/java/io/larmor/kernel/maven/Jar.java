package io.larmor.kernel.maven;

import java.nio.file.Path;

/**
 * A library's file.
 *
 * @param name {@code group:artifact}, with {@code :classifier} where there is one; two versions of a library share it
 * @param version the version, as it is called in coordinates
 * @param file where it lies
 */
public record Jar(String name, String version, Path file) {
}

/** Fetching libraries the way Maven does. */
package io.larmor.kernel.maven;

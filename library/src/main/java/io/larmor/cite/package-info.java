/** The papers that the library is built on, and a record of which of them a session has made use of. */
package io.larmor.cite;

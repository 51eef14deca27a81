/** What happens when: requests, threads, states, history, shutdown. */
package io.larmor.kernel.session;

/**
 * The dispatch engine beside other routing libraries, on the same problems, under the same objective, for the same CPU time. Each library runs in a
 * process of its own and is set up as its documentation recommends; what was set and why stands with each {@link Peer}.
 */
package org.firstfix.benchmarks.dispatch.peers;

/** Programs that compare: {@code Peers} and {@code PeerDay} with other libraries, {@code BranchDays} with other ways to dispatch. */
package org.firstfix.benchmarks.dispatch;

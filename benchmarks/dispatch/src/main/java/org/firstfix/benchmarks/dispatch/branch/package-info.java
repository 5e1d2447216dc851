/**
 * Days of a made-up branch: calls that arrive, work whose length and cause show only on the spot, vans that may lack a part. What happens is drawn from a
 * seed beforehand, so that every way to dispatch meets the same day.
 */
package org.firstfix.benchmarks.dispatch.branch;

// The steady test sound: noise with the long-term spectrum of speech, as loud as the kiosk's clips are
// at full gain, so that what a meter reads of it holds for speech.

const RATE = 48_000; // Hz, for which BS.1770 gives its filters
const SECONDS = 4; // of noise, repeated
const LUFS = -19; // of every clip (content/speech/loudness.py)
const QUIET = 0.01;
const RISE_S = 5;
// ITU-R BS.1770-5, annex 1: the head, and nothing below some 40 Hz.
const HEAD = [[1.53512485958697, -2.69169618940638, 1.19839281085285], [1, -1.69065929318241, 0.73248077421585]];
const LOW_END = [[1, -2, 1], [1, -1.99004745483398, 0.99007225036621]];

let playing = null;

export function isPlaying() {
  return playing !== null;
}

/** Start it at a hundredth of its gain and let it rise to all of it in five seconds. */
export async function start() {
  stop();
  const context = new AudioContext();
  playing = context;
  const buffer = await noise();
  if (playing !== context) return;
  const source = new AudioBufferSourceNode(context, { buffer, loop: true });
  const gain = new GainNode(context, { gain: QUIET });
  source.connect(gain).connect(context.destination);
  gain.gain.setValueAtTime(QUIET, context.currentTime);
  gain.gain.exponentialRampToValueAtTime(1, context.currentTime + RISE_S);
  source.start();
  await context.resume();
}

export function stop() {
  playing?.close();
  playing = null;
}

/** Resolves to four seconds of speech-shaped noise at -19 LUFS, in one channel. */
export async function noise() {
  const samples = Float32Array.from({ length: SECONDS * RATE }, () => Math.random() * 2 - 1);
  // Flat from 100 to 500 Hz, and falling above, as speech does.
  const shaped = await through(samples, (context) => [
    new BiquadFilterNode(context, { type: "highpass", frequency: 100 }),
    new BiquadFilterNode(context, { type: "lowpass", frequency: 500, Q: -3 }),
  ]);
  const factor = 10 ** ((LUFS - (await loudnessOf(shaped))) / 20);
  const buffer = new AudioBuffer({ length: shaped.length, sampleRate: RATE });
  buffer.copyToChannel(shaped.map((one) => one * factor), 0);
  return buffer;
}

/** Resolves to the loudness of steady sound in LUFS, ungated. */
export async function loudnessOf(samples) {
  const weighted = await through(samples, (context) => [HEAD, LOW_END].map(([feedforward, feedback]) =>
    new IIRFilterNode(context, { feedforward, feedback })));
  const power = weighted.reduce((sum, one) => sum + one * one, 0) / weighted.length;
  return 10 * Math.log10(power) - 0.691;
}

async function through(samples, filters) {
  const context = new OfflineAudioContext(1, samples.length, RATE);
  const buffer = new AudioBuffer({ length: samples.length, sampleRate: RATE });
  buffer.copyToChannel(samples, 0);
  const source = new AudioBufferSourceNode(context, { buffer });
  filters(context).reduce((from, filter) => from.connect(filter), source).connect(context.destination);
  source.start();
  return (await context.startRendering()).getChannelData(0);
}

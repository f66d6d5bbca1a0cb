// Where a clip's sound is: Ogg Opus, or WAV for a browser that plays none.

const opus = document.createElement("audio").canPlayType("audio/ogg; codecs=opus") !== "";
const wavs = new Map(); // WAV addresses by those of Opus

/** The address that this browser plays, empty while it is not known. */
export function source({ url, wav }) {
  return opus ? url : (wav ?? wavs.get(url) ?? "");
}

/**
 * Fetch the addresses of WAV from an answer of the API, where this browser needs them.
 * Resolves to whether any came.
 */
export async function fetchWavs(address) {
  if (opus || !address) return false;
  try {
    const answer = await fetch(address);
    const collect = (value) => {
      if (value?.url && value.wav) wavs.set(value.url, value.wav);
      if (value && typeof value === "object") Object.values(value).forEach(collect);
    };
    collect(await answer.json());
  } catch {
    // Pressing Listen then says that the voice is not there.
  }
  return wavs.size > 0;
}

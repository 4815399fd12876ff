import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Referral leaderboards","description":"Leaderboards that rank employees by the customers they brought in.","frontmatter":{"title":"Referral leaderboards","description":"Leaderboards that rank employees by the customers they brought in.","layout":"category","view":{"title":"Referral leaderboards","description":"Leaderboards that rank employees by the customers they brought in.","operations":[{"id":"staffRankList","title":"List referral leaderboards","method":"GET","path":"/open-api/staff_rank/list","call":"staffRank.list"}]}},"headers":[],"relativePath":"en/categories/referral-leaderboards.md","filePath":"en/categories/referral-leaderboards.md"}');
const _sfc_main = { name: "en/categories/referral-leaderboards.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("en/categories/referral-leaderboards.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const referralLeaderboards = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  referralLeaderboards as default
};

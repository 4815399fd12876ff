import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"拉新排行榜","description":"按引流客户数排名的员工排行榜。","frontmatter":{"title":"拉新排行榜","description":"按引流客户数排名的员工排行榜。","layout":"category","view":{"title":"拉新排行榜","description":"按引流客户数排名的员工排行榜。","operations":[{"id":"staffRankList","title":"获取拉新排行榜活动列表","method":"GET","path":"/open-api/staff_rank/list","call":"staffRank.list"}]}},"headers":[],"relativePath":"categories/referral-leaderboards.md","filePath":"categories/referral-leaderboards.md"}');
const _sfc_main = { name: "categories/referral-leaderboards.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("categories/referral-leaderboards.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const referralLeaderboards = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  referralLeaderboards as default
};

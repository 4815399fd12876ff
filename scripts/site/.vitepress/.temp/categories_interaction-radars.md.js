import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"互动雷达管理","description":"互动雷达：能反馈谁打开过的链接。","frontmatter":{"title":"互动雷达管理","description":"互动雷达：能反馈谁打开过的链接。","layout":"category","view":{"title":"互动雷达管理","description":"互动雷达：能反馈谁打开过的链接。","operations":[{"id":"interactRadarDetail","title":"获取雷达详情","method":"GET","path":"/open-api/interact_radar/detail","call":"interactRadar.detail"},{"id":"interactRadarGroupList","title":"获取雷达分组列表","method":"GET","path":"/open-api/interact_radar/group/list","call":"interactRadar.groupList"},{"id":"interactRadarList","title":"获取雷达列表","method":"GET","path":"/open-api/interact_radar/list","call":"interactRadar.list"},{"id":"interactRadarStatisticListV2","title":"获取雷达客户访问记录","method":"GET","path":"/open-api/interact_radar/statistic/list/v2","call":"interactRadar.statisticListV2"},{"id":"interactRadarUpdate","title":"修改雷达","method":"POST","path":"/open-api/interact_radar/update","call":"interactRadar.update"}]}},"headers":[],"relativePath":"categories/interaction-radars.md","filePath":"categories/interaction-radars.md"}');
const _sfc_main = { name: "categories/interaction-radars.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("categories/interaction-radars.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const interactionRadars = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  interactionRadars as default
};

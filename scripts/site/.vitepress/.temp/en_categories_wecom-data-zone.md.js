import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse(`{"title":"WeCom data zone","description":"Archived conversations as WeCom's data zone (企微数据专区) gives them, without their content.","frontmatter":{"title":"WeCom data zone","description":"Archived conversations as WeCom's data zone (企微数据专区) gives them, without their content.","layout":"category","view":{"title":"WeCom data zone","description":"Archived conversations as WeCom's data zone (企微数据专区) gives them, without their content.","operations":[{"id":"chatZoneMessageList","title":"List the messages of a session in the data zone","method":"GET","path":"/open-api/chat_zone/message/list","call":"chatZone.messageList"}]}},"headers":[],"relativePath":"en/categories/wecom-data-zone.md","filePath":"en/categories/wecom-data-zone.md"}`);
const _sfc_main = { name: "en/categories/wecom-data-zone.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("en/categories/wecom-data-zone.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const wecomDataZone = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  wecomDataZone as default
};
